package io.tgr.sandbox.cluster.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tokens, whom they stand for, and what those may do. */
@Component
public class Accounts {

	/** Who calls without a token: what is tested, with the rights of its role. */
	static final String INSPECTOR = "sandbox-inspector";

	private static final Rule READ = Rule.of("get,list,watch",
			"pods,events,namespaces,replicasets.apps,jobs.batch,pods.metrics.k8s.io");

	private final Map<String, Account> accounts = new ConcurrentHashMap<>();

	private final Rights rights = new Rights();

	private final Clock clock;

	Accounts(Clock clock) {
		this.clock = clock;
		this.accounts.put("sandbox-admin", Account.of("sandbox-admin", "system:masters"));
		this.accounts.put("sandbox-viewer", Account.of("sandbox-viewer"));
		this.accounts.put("sandbox-nobody", Account.of("sandbox-nobody"));
		this.accounts.put(INSPECTOR, Account.of("system:serviceaccount:tgr:cluster-inspector-service",
				"system:serviceaccounts", "system:serviceaccounts:tgr"));
		this.rights.grant("sandbox-viewer", List.of(Rule.of("get,list,watch", "pods,events").in("shop")));
		this.rights.grant(require(INSPECTOR).user(), List.of(READ, Rule.of("get", "pods/log"),
				Rule.of("create", "tokenreviews.authentication.k8s.io,subjectaccessreviews.authorization.k8s.io")));
	}

	/**
	 * Add a token, or change whom it stands for.
	 * @param token the token
	 * @param account whom it stands for
	 */
	public void put(String token, Account account) {
		this.accounts.put(token, account);
	}

	/**
	 * Forget a token, so that it is no longer valid.
	 * @param token the token
	 */
	public void remove(String token) {
		this.accounts.remove(token);
	}

	/**
	 * Give rights, and give back all that were taken.
	 * @param token a token of the user; a new user of that name if it is not known
	 * @param rules the rights
	 */
	public void grant(String token, List<Rule> rules) {
		Account account = this.accounts.computeIfAbsent(token, Account::of);
		this.rights.grant(account.user(), rules);
	}

	/**
	 * Take rights.
	 * @param token a token of the user
	 * @param rules what the user may no longer do; everything if empty
	 */
	public void revoke(String token, List<Rule> rules) {
		this.rights.take(require(token).user(), rules);
	}

	/**
	 * Who calls.
	 * @param authorization the header of the request, if it has one
	 * @return the user; nothing if the token is not valid
	 */
	public @Nullable Account caller(@Nullable String authorization) {
		if (authorization == null || authorization.isEmpty()) {
			return this.accounts.get(INSPECTOR);
		}
		String token = authorization.startsWith("Bearer ") ? authorization.substring(7).trim() : "";
		Account account = this.accounts.get(token);
		boolean valid = account != null && !expired(account) && account.audiences().contains(Account.API_SERVER);
		return valid ? account : null;
	}

	@Nullable Account find(String token) {
		return this.accounts.get(token);
	}

	boolean expired(Account account) {
		return account.until() != null && !this.clock.instant().isBefore(account.until());
	}

	Rights rights() {
		return this.rights;
	}

	private Account require(String token) {
		Account account = this.accounts.get(token);
		if (account == null) {
			throw new IllegalArgumentException("The sandbox has no token " + token);
		}
		return account;
	}

}
