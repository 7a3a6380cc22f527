package io.tgr.trending.pool;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Stars of one day after the other in as few bytes as the largest of them needs: mostly
 * one a day. A list for whoever reads single days; {@link #sum(int, int)} makes no
 * objects.
 */
public final class StarDays extends AbstractList<Integer> implements RandomAccess {

	private final byte[] bytes;

	private final byte width;

	private StarDays(byte[] bytes, int width) {
		this.bytes = bytes;
		this.width = (byte) width;
	}

	/**
	 * Packs a list.
	 * @param days stars of each day, none of them negative
	 * @return the same days, which never change
	 */
	public static StarDays of(List<Integer> days) {
		if (days instanceof StarDays packed) {
			return packed;
		}
		return of(days.stream().mapToInt(Integer::intValue).toArray());
	}

	/**
	 * Packs stars of one day after the other.
	 * @param days stars of each day, none of them negative
	 * @return the same days, which never change
	 */
	public static StarDays of(int[] days) {
		int largest = 0;
		for (int stars : days) {
			largest = Math.max(largest, stars);
		}
		int width = (largest < 1 << 8) ? 1 : (largest < 1 << 16) ? 2 : 4;
		byte[] bytes = new byte[days.length * width];
		for (int day = 0; day < days.length; day++) {
			int stars = Math.max(0, days[day]);
			for (int place = 0; place < width; place++) {
				bytes[day * width + place] = (byte) (stars >>> (8 * place));
			}
		}
		return new StarDays(bytes, width);
	}

	/**
	 * The sum of some days.
	 * @param from the first of them, counted from 0; below 0 as 0
	 * @param end the one after the last of them; past the end as the end
	 * @return their stars
	 */
	public long sum(int from, int end) {
		long sum = 0;
		for (int day = Math.max(0, from); day < Math.min(size(), end); day++) {
			sum += stars(day);
		}
		return sum;
	}

	/**
	 * The first days.
	 * @param count how many, at most all
	 * @return these days
	 */
	public StarDays first(int count) {
		return new StarDays(Arrays.copyOf(this.bytes, count * this.width), this.width);
	}

	/**
	 * Stars of one day.
	 * @param day which, counted from 0
	 * @return its stars
	 */
	public int stars(int day) {
		int stars = 0;
		for (int place = 0; place < this.width; place++) {
			stars |= (this.bytes[day * this.width + place] & 0xff) << (8 * place);
		}
		return stars;
	}

	@Override
	public Integer get(int day) {
		return stars(Objects.checkIndex(day, size()));
	}

	@Override
	public int size() {
		return this.bytes.length / this.width;
	}

}
