package io.tgr.sandbox.cluster;

import java.net.URI;
import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.access.Account;
import io.tgr.sandbox.cluster.access.Accounts;
import io.tgr.sandbox.cluster.access.Rule;
import io.tgr.sandbox.cluster.api.Usage;
import io.tgr.sandbox.cluster.fault.CallLog;
import io.tgr.sandbox.cluster.fault.FaultRule;
import io.tgr.sandbox.cluster.fault.Faults;
import io.tgr.sandbox.cluster.life.Life;
import io.tgr.sandbox.cluster.store.Logs;
import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;
import io.tgr.sandbox.cluster.watch.OpenWatches;

/** A running cluster sandbox. */
public final class ClusterSandbox implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ConfigurableApplicationContext context;

	private final URI url;

	ClusterSandbox(ConfigurableApplicationContext context, String address) {
		this.context = context;
		int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.url = URI.create("http://" + address + ":" + port);
	}

	/**
	 * Start one on a random port of the loopback address, living by itself.
	 * @return the running sandbox
	 */
	public static ClusterSandbox start() {
		return builder().start();
	}

	/**
	 * Choose how to start one.
	 * @return a builder
	 */
	public static ClusterSandboxBuilder builder() {
		return new ClusterSandboxBuilder();
	}

	/**
	 * The application, to run by itself.
	 * @return a builder that takes the settings as arguments
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(ClusterApplication.class).web(WebApplicationType.REACTIVE)
			.properties("spring.config.name=cluster-sandbox");
	}

	/**
	 * Where it answers.
	 * @return the root of the API
	 */
	public URI url() {
		return this.url;
	}

	/**
	 * Create or replace an object.
	 * @param json the object, with kind, apiVersion and metadata
	 */
	public void put(String json) {
		bean(ObjectStore.class).put((ObjectNode) JSON.readTree(json));
	}

	/**
	 * Delete an object at once; nothing happens if it is not there.
	 * @param kind its kind, such as {@code Pod}
	 * @param namespace its namespace, empty if it lives in none
	 * @param name its name
	 */
	public void delete(String kind, String namespace, String name) {
		ResourceType.ALL.stream()
			.filter((type) -> type.kind().equals(kind))
			.forEach((type) -> bean(ObjectStore.class).remove(type, new ObjectKey(namespace, name)));
	}

	/**
	 * Let a container have written something.
	 * @param namespace the namespace of its pod
	 * @param pod the name of its pod
	 * @param container its name
	 * @param text the whole log
	 */
	public void log(String namespace, String pod, String container, String text) {
		bean(Logs.class).write(new ObjectKey(namespace, pod), container, text);
	}

	/** Let the cluster live on to the present time of its clock. */
	public void step() {
		bean(Life.class).step();
	}

	/**
	 * Add a token, or change whom it stands for.
	 * @param token the token
	 * @param account whom it stands for
	 */
	public void token(String token, Account account) {
		bean(Accounts.class).put(token, account);
	}

	/**
	 * Make a token invalid.
	 * @param token the token
	 */
	public void forget(String token) {
		bean(Accounts.class).remove(token);
	}

	/**
	 * Give rights, and give back all that were taken; an unknown token becomes one of a
	 * new user.
	 * @param token a token of the user
	 * @param rules the rights
	 */
	public void grant(String token, Rule... rules) {
		bean(Accounts.class).grant(token, List.of(rules));
	}

	/**
	 * Take rights.
	 * @param token a token of the user
	 * @param rules what the user may no longer do; everything if there are none
	 */
	public void revoke(String token, Rule... rules) {
		bean(Accounts.class).revoke(token, List.of(rules));
	}

	/** Cut the connections of all open watches. */
	public void dropWatches() {
		bean(OpenWatches.class).drop();
	}

	/** Forget all that happened: older versions and continued lists are gone (410). */
	public void compact() {
		bean(ObjectStore.class).compact();
	}

	/**
	 * Let all calls of a path fail.
	 * @param status the HTTP status of the answer
	 * @param path pattern of the paths
	 */
	public void fail(int status, String path) {
		faults(FaultRule.of(path, Integer.toString(status)));
	}

	/**
	 * Let calls fail from now on; no rule ends all trouble.
	 * @param rules what happens where, instead of what was ordered before
	 */
	public void faults(FaultRule... rules) {
		bean(Faults.class).set(List.of(rules));
	}

	/** End all trouble. */
	public void recover() {
		faults();
	}

	/**
	 * Let metrics.k8s.io be there or not.
	 * @param present whether it is served
	 */
	public void metrics(boolean present) {
		bean(Usage.class).present(present);
	}

	/**
	 * How many watches are open.
	 * @return their number
	 */
	public int openWatches() {
		return bean(OpenWatches.class).count();
	}

	/**
	 * The calls that arrived.
	 * @param pattern pattern of their paths, with a verb before it if only that counts:
	 * {@code /api/**}, {@code watch /api/v1/pods}
	 * @return how many
	 */
	public long calls(String pattern) {
		return bean(CallLog.class).count(pattern);
	}

	/** Count calls from nought again. */
	public void forgetCalls() {
		bean(CallLog.class).reset();
	}

	@Override
	public void close() {
		this.context.close();
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

}
