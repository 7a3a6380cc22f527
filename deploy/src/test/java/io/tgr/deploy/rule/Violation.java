package io.tgr.deploy.rule;

/**
 * Where a rule is broken.
 *
 * @param subject the resource, workload or container
 * @param what what is wrong there, and what is allowed
 */
public record Violation(Object subject, String what) {

	@Override
	public String toString() {
		return this.subject + " " + this.what;
	}

}
