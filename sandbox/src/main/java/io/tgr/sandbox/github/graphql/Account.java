package io.tgr.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.access.Caller;
import io.tgr.sandbox.github.access.Meter;
import io.tgr.sandbox.github.access.RateQuota;
import io.tgr.sandbox.github.fault.GithubError;

/**
 * One query's account: what it costs, whether that was paid, and what is to fail.
 */
final class Account {

	private final Meter meter;

	private @Nullable GithubError failure;

	private QueryCost cost = new QueryCost(0, 0);

	private boolean asked;

	private boolean paid;

	Account(Meter meter, @Nullable GithubError failure) {
		this.meter = meter;
		this.failure = failure;
	}

	static Account of(DataFetchingEnvironment environment) {
		return environment.getGraphQlContext().get(Account.class);
	}

	boolean pay(QueryCost price) {
		this.cost = price;
		this.asked = true;
		this.paid = this.meter.take(price.points());
		return this.paid;
	}

	// Pays the least for a query that did not come to be run.
	boolean settle() {
		return this.asked ? this.paid : pay(this.cost);
	}

	QueryCost cost() {
		return this.cost;
	}

	RateQuota quota() {
		return this.meter.quota();
	}

	Caller caller() {
		return this.meter.caller();
	}

	// The failure, for the first who asks.
	@Nullable GithubError failure() {
		GithubError first = this.failure;
		this.failure = null;
		return first;
	}

}
