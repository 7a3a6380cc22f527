package io.tgr.trending.discovery;

/**
 * What the refresher plans, does and waits for.
 */
public interface RefreshPlan {

	/**
	 * How the present hour goes.
	 * @return the plan and what became of it so far
	 */
	PlanStatus status();

}
