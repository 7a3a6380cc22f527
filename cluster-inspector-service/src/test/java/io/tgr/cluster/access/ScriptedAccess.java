package io.tgr.cluster.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import org.jspecify.annotations.Nullable;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.kubernetes.TokenUser;

/**
 * Knows callers by their tokens: {@code admin} may do everything, others what a test
 * allows them in a namespace.
 */
public final class ScriptedAccess {

	public static final String ADMIN = "admin";

	private final Map<String, Set<String>> rights = new ConcurrentHashMap<>();

	private final Set<String> denied = new ConcurrentSkipListSet<>();

	public volatile @Nullable RuntimeException failure;

	public volatile @Nullable RuntimeException undecided;

	public volatile int reviews;

	public Access access() {
		Access access = BDDMockito.mock(Access.class);
		BDDMockito.given(access.view(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willAnswer((call) -> Mono
				.fromSupplier(() -> view(call.getArgument(0), call.getArgument(1), call.getArgument(2))));
		BDDMockito.given(access.may(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willAnswer((call) -> Mono.fromSupplier(
					() -> more(Objects.requireNonNull(call.<View>getArgument(0).user()).name(), call.getArgument(1))));
		return access;
	}

	public void reset() {
		this.rights.clear();
		this.denied.clear();
		this.failure = null;
		this.undecided = null;
	}

	/**
	 * Allows somebody something, such as {@code list pods in namespace a}.
	 */
	public void allow(String user, Right... more) {
		for (Right right : more) {
			this.rights.computeIfAbsent(user, (name) -> ConcurrentHashMap.newKeySet()).add(right.toString());
		}
	}

	public void forget(String user) {
		this.rights.remove(user);
		this.denied.add(user);
	}

	private View view(ServerHttpRequest request, Right right, Collection<String> namespaces) {
		this.reviews++;
		RuntimeException fails = this.failure;
		if (fails != null) {
			throw fails;
		}
		String authorization = request.getHeaders().getFirst("Authorization");
		if (authorization == null || !authorization.startsWith("Bearer ")) {
			throw UnauthenticatedException.noToken();
		}
		String user = authorization.substring("Bearer ".length());
		if (this.denied.contains(user)) {
			throw UnauthenticatedException.notValid("it has expired");
		}
		TokenUser caller = new TokenUser(user, "", List.of(), Map.of());
		for (String namespace : namespaces) {
			if (!may(user, right.in(namespace))) {
				throw new NotAllowedException(caller, right.in(namespace));
			}
		}
		if (!namespaces.isEmpty()) {
			return new View(caller, Set.copyOf(namespaces), 0);
		}
		if (may(user, right)) {
			return new View(caller, null, 0);
		}
		Set<String> some = new ConcurrentSkipListSet<>();
		for (String known : List.of("a", "a-b", "b", "shop")) {
			if (may(user, right.in(known))) {
				some.add(known);
			}
		}
		if (some.isEmpty()) {
			throw new NotAllowedException(caller, right);
		}
		return new View(caller, some, 4 - some.size());
	}

	private boolean more(String user, Right right) {
		RuntimeException fails = this.undecided;
		if (fails != null) {
			throw fails;
		}
		return may(user, right);
	}

	private boolean may(String user, Right right) {
		Set<String> allowed = this.rights.getOrDefault(user, Set.of());
		boolean everywhere = allowed.contains(right.in(null).toString());
		return ADMIN.equals(user) || everywhere || allowed.contains(right.toString());
	}

}
