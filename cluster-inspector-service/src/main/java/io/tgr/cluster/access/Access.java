package io.tgr.cluster.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.kubernetes.TokenUser;
import io.tgr.cluster.watch.PodCache;

/**
 * Lets nobody see more than the cluster itself would show him: the API server says who a
 * token stands for, and what he may do.
 */
@Component
public final class Access {

	private static final String BEARER = "Bearer ";

	private static final int AT_ONCE = 8;

	private final AccessProperties properties;

	private final Decisions decisions;

	private final PodCache pods;

	Access(AccessProperties properties, Decisions decisions, PodCache pods) {
		this.properties = properties;
		this.decisions = decisions;
		this.pods = pods;
	}

	/**
	 * Finds out where a caller may do something.
	 * @param request who asks, by a bearer token
	 * @param right what he wants to do, wherever
	 * @param namespaces where he wants to do it; empty for everywhere he may
	 * @return what he may see; fails with a 401, or with a 403 that names the right: if
	 * he may not in one of the namespaces asked for, or nowhere
	 */
	public Mono<View> view(ServerHttpRequest request, Right right, Collection<String> namespaces) {
		Set<String> wanted = new LinkedHashSet<>(namespaces);
		if (this.properties.access() == AccessMode.OPEN) {
			return Mono.just(new View(null, (wanted.isEmpty()) ? null : wanted, 0));
		}
		return user(request)
			.flatMap((user) -> (wanted.isEmpty()) ? everywhere(user, right) : only(user, right, wanted));
	}

	/**
	 * Finds out whether the same caller may do something else.
	 * @param view what he may see
	 * @param right what he wants to do
	 * @return whether he may
	 */
	public Mono<Boolean> may(View view, Right right) {
		TokenUser user = view.user();
		return (user != null) ? this.decisions.access(user, right) : Mono.just(true);
	}

	private Mono<TokenUser> user(ServerHttpRequest request) {
		String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		if (!StringUtils.startsWithIgnoreCase(authorization, BEARER)) {
			return Mono.error(UnauthenticatedException::noToken);
		}
		return this.decisions.user(authorization.substring(BEARER.length()).strip());
	}

	private Mono<View> only(TokenUser user, Right right, Set<String> wanted) {
		return Flux.fromIterable(wanted)
			.flatMapSequential((namespace) -> require(user, right.in(namespace)), AT_ONCE)
			.then(Mono.just(new View(user, wanted, 0)));
	}

	private Mono<Boolean> require(TokenUser user, Right right) {
		return this.decisions.access(user, right)
			.filter((allowed) -> allowed)
			.switchIfEmpty(Mono.error(() -> new NotAllowedException(user, right)));
	}

	private Mono<View> everywhere(TokenUser user, Right right) {
		return this.decisions.access(user, right.in(null))
			.flatMap((allowed) -> (allowed) ? Mono.just(new View(user, null, 0)) : somewhere(user, right));
	}

	private Mono<View> somewhere(TokenUser user, Right right) {
		Set<String> known = this.pods.namespaces();
		return Flux.fromIterable(known)
			.take(this.properties.reviewedNamespaces())
			.filterWhen((namespace) -> this.decisions.access(user, right.in(namespace)), AT_ONCE)
			.collect(LinkedHashSet<String>::new, Set::add)
			.flatMap((seen) -> (seen.isEmpty()) ? Mono.error(new NotAllowedException(user, right.in(null)))
					: Mono.just(new View(user, seen, known.size() - seen.size())));
	}

}
