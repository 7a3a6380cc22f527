package io.tgr.common.github;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An answer with the status 200 that GitHub may confirm.
 *
 * @param etag its ETag
 * @param headers its headers
 * @param body its body
 * @param storedAt when it was last written to the store in milliseconds, 0 for never
 */
record KeptAnswer(String etag, HttpHeaders headers, byte[] body, long storedAt) {

	// What means something next time; quotas and dates are of their moment.
	private static final List<String> STORED = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LINK,
			HttpHeaders.LAST_MODIFIED);

	private static final int FORMAT = 1;

	KeptAnswer storedAt(long millis) {
		return new KeptAnswer(this.etag, this.headers, this.body, millis);
	}

	byte[] packed() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(this.body.length / 4 + 128);
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
			out.writeByte(FORMAT);
			out.writeUTF(this.etag);
			for (String name : STORED) {
				String value = this.headers.getFirst(name);
				out.writeUTF((value != null) ? value : "");
			}
			out.writeInt(this.body.length);
			out.write(this.body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads what was packed.
	 * @param packed the bytes
	 * @param storedAt when they were written
	 * @return the answer, {@code null} if they are something else
	 */
	static @Nullable KeptAnswer unpack(byte[] packed, long storedAt) {
		try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
			if (in.readByte() != FORMAT) {
				return null;
			}
			String etag = in.readUTF();
			HttpHeaders headers = new HttpHeaders();
			for (String name : STORED) {
				String value = in.readUTF();
				if (!value.isEmpty()) {
					headers.set(name, value);
				}
			}
			int length = in.readInt();
			byte[] body = in.readNBytes(length);
			return (body.length == length) ? new KeptAnswer(etag, headers, body, storedAt) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
