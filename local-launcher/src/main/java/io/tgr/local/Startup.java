package io.tgr.local;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

import io.tgr.local.gateway.GatewayApplication;
import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.trending.discovery.SweepProgress;

/**
 * Starts the parts in their order: the sandbox, the services, the gateway.
 */
final class Startup {

	private final Settings settings;

	private final RunningParts parts;

	private final PrintStream out;

	private final PrintStream err;

	private final Map<String, ConfigurableApplicationContext> services = new LinkedHashMap<>();

	Startup(Settings settings, RunningParts parts, PrintStream out, PrintStream err) {
		this.settings = settings;
		this.parts = parts;
		this.out = out;
		this.err = err;
	}

	void run() {
		requireFreePorts();
		Github github = (this.settings.live()) ? live() : sandbox();
		this.out.println("tgr asks " + github.description() + ".");
		Cluster cluster = cluster();
		this.out.println("tgr shows the pods of " + cluster.description() + ".");
		Map<String, URI> running = startServices(github, cluster);
		Readiness readiness = new Readiness();
		running.values().forEach(readiness::await);
		URI gateway = startGateway(running);
		new Welcome(this.out, gateway).print();
		report(gateway);
	}

	private void requireFreePorts() {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		if (!this.settings.live()) {
			sandboxPort().requireFree(loopback);
		}
		if (kubeconfig() == null) {
			clusterSandboxPort().requireFree(loopback);
		}
		LocalServices.all(this.settings.variables(), Map.of(), Map.of())
			.forEach((service) -> service.port().requireFree(loopback));
		this.settings.gateway().requireFree(this.settings.inetAddress());
	}

	private Port sandboxPort() {
		return this.settings.variables().port("the sandbox", "TGR_SANDBOX_PORT", 8090);
	}

	private Port clusterSandboxPort() {
		return this.settings.variables().port("the sandbox cluster", "TGR_SANDBOX_CLUSTER_PORT", 8091);
	}

	private @Nullable String kubeconfig() {
		return this.settings.variables().get("KUBECONFIG");
	}

	private Cluster cluster() {
		String kubeconfig = kubeconfig();
		if (kubeconfig != null) {
			return Cluster.real(kubeconfig);
		}
		Port port = clusterSandboxPort();
		return Cluster
			.sandbox(start("The sandbox cluster", port, () -> ClusterSandbox.builder().port(port.number()).start()));
	}

	private Github live() {
		if (Github.isAnonymous(this.settings.variables(), this.settings.anonymous())) {
			this.err.println("Warning: without credentials GitHub allows 60 calls an hour and no GraphQL,"
					+ " so figures will be few; GITHUB_TOKEN gives more.");
		}
		return Github.live(this.settings.variables(), this.settings.anonymous());
	}

	private Github sandbox() {
		Port port = sandboxPort();
		GithubSandbox sandbox = start("The sandbox", port,
				() -> GithubSandbox.builder().port(port.number()).clock(this.settings.clock()).start());
		return Github.sandbox(sandbox, this.settings.anonymous());
	}

	private Map<String, URI> startServices(Github github, Cluster cluster) {
		Map<String, URI> running = new LinkedHashMap<>();
		List<LocalService> all = LocalServices.all(this.settings.variables(), Memory.beside(github, this.settings),
				cluster.variables());
		for (LocalService service : all) {
			ServiceContext context = new ServiceContext(service.application())
				.listeningOn(Settings.LOOPBACK, service.port().number())
				.with(Map.of("ENV", this.settings.profile()))
				.with(service.variables().apply(running));
			ConfigurableApplicationContext started = start(service.name(), service.port(),
					() -> context.start(service::wants, this.settings.clock()));
			this.services.put(service.name(), started);
			running.put(service.name(), ServiceContext.url(started));
		}
		return running;
	}

	private URI startGateway(Map<String, URI> running) {
		ServiceContext gateway = new ServiceContext(GatewayApplication.class)
			.listeningOn(this.settings.address(), this.settings.gateway().number())
			.with(GatewayApplication.PROPERTIES)
			.with(GatewayApplication.upstreams(running));
		return ServiceContext.url(start("The gateway", this.settings.gateway(),
				() -> gateway.start(GatewayApplication.AUTO_CONFIGURATIONS, this.settings.clock())));
	}

	private void report(URI gateway) {
		this.services.values()
			.stream()
			.flatMap((service) -> service.getBeanProvider(SweepProgress.class).stream())
			.map((progress) -> new SweepReport(progress, this.out, gateway))
			.forEach((report) -> {
				this.parts.add(report);
				report.start();
			});
	}

	private <T extends AutoCloseable> T start(String part, Port port, Supplier<T> starter) {
		try {
			T started = starter.get();
			this.parts.add(started);
			return started;
		}
		catch (RuntimeException ex) {
			throw StartFailure.of(part, port, ex);
		}
	}

}
