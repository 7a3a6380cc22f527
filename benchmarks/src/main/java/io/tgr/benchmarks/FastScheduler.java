package io.tgr.benchmarks;

import java.time.Duration;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * Runs tasks one at a time on the thread that lets time pass. Reactor's scheduler of
 * virtual time would run them on whichever thread adds one, event loops included.
 */
final class FastScheduler implements Scheduler {

	private final Queue<Task> tasks = new PriorityBlockingQueue<>(64,
			Comparator.comparingLong(Task::due).thenComparingLong(Task::number));

	private final AtomicLong numbers = new AtomicLong();

	private final LongSupplier nanos;

	FastScheduler(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/**
	 * Runs whatever is due.
	 */
	void runDue() {
		for (Task task = this.tasks.peek(); task != null
				&& task.due() <= this.nanos.getAsLong(); task = this.tasks.peek()) {
			this.tasks.remove(task);
			if (!task.state().isDisposed()) {
				task.action().run();
			}
		}
	}

	/**
	 * How far away the next task is.
	 * @return nanoseconds, very many without a task
	 */
	long untilNext() {
		Task next = this.tasks.peek();
		return (next != null) ? next.due() - this.nanos.getAsLong() : Long.MAX_VALUE;
	}

	@Override
	public Disposable schedule(Runnable action) {
		return schedule(action, 0, TimeUnit.NANOSECONDS);
	}

	@Override
	public Disposable schedule(Runnable action, long delay, TimeUnit unit) {
		Disposable state = Disposables.single();
		long due = this.nanos.getAsLong() + Math.max(0, unit.toNanos(delay));
		this.tasks.add(new Task(due, this.numbers.incrementAndGet(), action, state));
		return state;
	}

	@Override
	public long now(TimeUnit unit) {
		return unit.convert(Duration.ofNanos(this.nanos.getAsLong()));
	}

	@Override
	public Worker createWorker() {
		return new TaskGroup();
	}

	/**
	 * Something to do.
	 *
	 * @param due when
	 * @param number which of those due at the same time goes first
	 * @param action what
	 * @param state whether it was cancelled
	 */
	private record Task(long due, long number, Runnable action, Disposable state) {

	}

	/**
	 * Tasks that are cancelled together.
	 */
	private final class TaskGroup implements Worker {

		private final Disposable.Composite states = Disposables.composite();

		@Override
		public Disposable schedule(Runnable action) {
			return schedule(action, 0, TimeUnit.NANOSECONDS);
		}

		@Override
		public Disposable schedule(Runnable action, long delay, TimeUnit unit) {
			Disposable state = FastScheduler.this.schedule(action, delay, unit);
			this.states.add(state);
			return state;
		}

		@Override
		public void dispose() {
			this.states.dispose();
		}

		@Override
		public boolean isDisposed() {
			return this.states.isDisposed();
		}

	}

}
