package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Container;
import io.tgr.deploy.manifest.Node;

/**
 * The Pod Security Standard {@code restricted}, with all of {@code baseline}, and a root
 * file system that is read-only.
 */
final class PodSecurityRules {

	private static final Set<String> VOLUMES = Set.of("configMap", "csi", "downwardAPI", "emptyDir", "ephemeral",
			"persistentVolumeClaim", "projected", "secret");

	private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

	private static final Set<String> SYSCTLS = Set.of("kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range",
			"net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
			"net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
			"net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

	private static final Set<String> SELINUX = Set.of("", "container_t", "container_init_t", "container_kvm_t",
			"container_engine_t");

	static final List<Rule> ALL = List.of(
			pod("a pod shares nothing with its node",
					(pod) -> Stream.of("hostNetwork", "hostPID", "hostIPC").anyMatch((field) -> pod.at(field).is(true)),
					"has hostNetwork, hostPID or hostIPC"),
			pod("a pod mounts only harmless volumes",
					(pod) -> pod.at("volumes").items().anyMatch((volume) -> !VOLUMES.containsAll(types(volume))),
					"has a volume of another type than " + VOLUMES),
			pod("a pod sets only safe kernel parameters",
					(pod) -> pod.at("securityContext.sysctls")
						.items()
						.anyMatch((sysctl) -> !SYSCTLS.contains(sysctl.at("name").text())),
					"has a sysctl other than " + SYSCTLS),
			Rule.workloads("a pod does not turn AppArmor off", (rendering, workload) -> workload.template()
				.at("metadata.annotations")
				.strings()
				.entrySet()
				.stream()
				.anyMatch((
						annotation) -> annotation.getKey().startsWith("container.apparmor.security.beta.kubernetes.io/")
								&& !annotation.getValue().matches("runtime/default|localhost/.*")),
					"has an AppArmor annotation other than runtime/default"),
			container("a container has no host port",
					(container) -> container.at("ports").items().anyMatch((port) -> port.at("hostPort").number(0) != 0),
					"has a hostPort"),
			container("a probe asks its own pod", PodSecurityRules::elsewhere,
					"has a probe or a hook that names a host"),
			container("a container gains no privileges",
					(container) -> !container.at("securityContext.allowPrivilegeEscalation").is(false)
							|| container.at("securityContext.privileged").is(true),
					"needs allowPrivilegeEscalation: false and must not be privileged"),
			container("a container drops all capabilities",
					(container) -> !container.at("securityContext.capabilities.drop").texts().contains("ALL")
							|| !List.of("NET_BIND_SERVICE")
								.containsAll(container.at("securityContext.capabilities.add").texts()),
					"needs capabilities drop: [ALL], and may add NET_BIND_SERVICE alone"),
			container("a container sees /proc masked",
					(container) -> !container.at("securityContext.procMount").text("Default").equals("Default"),
					"has another procMount than Default"),
			container("a container's root is read-only",
					(container) -> !container.at("securityContext.readOnlyRootFilesystem").is(true),
					"needs readOnlyRootFilesystem: true"),
			effective("nobody is root", "runAsNonRoot", (value) -> value.is(true), "needs runAsNonRoot: true"),
			effective("a user has a number", "runAsUser", (value) -> value.number(0) > 0,
					"needs a runAsUser other than 0, for an image's user may be a name"),
			effective("system calls are filtered", "seccompProfile.type", (value) -> SECCOMP.contains(value.text()),
					"needs a seccompProfile of type " + SECCOMP),
			effective("AppArmor stays on", "appArmorProfile.type",
					(value) -> value.absent() || SECCOMP.contains(value.text()),
					"may have no other appArmorProfile than " + SECCOMP),
			effective("SELinux labels are of containers", "seLinuxOptions",
					(value) -> SELINUX.contains(value.at("type").text()) && value.at("user").absent()
							&& value.at("role").absent(),
					"may have no seLinuxOptions.user, .role, or type other than " + SELINUX),
			effective("nothing runs as the node of Windows", "windowsOptions.hostProcess", (value) -> !value.is(true),
					"has windowsOptions.hostProcess"));

	private PodSecurityRules() {
	}

	private static Rule pod(String name, Predicate<Node> broken, String what) {
		return Rule.workloads(name, (rendering, workload) -> broken.test(workload.spec()), what);
	}

	private static Rule container(String name, Predicate<Container> broken, String what) {
		return Rule.containers(name, (rendering, container) -> broken.test(container), what);
	}

	/**
	 * What a container says of itself wins over what its pod says; what both say must be
	 * right.
	 */
	private static Rule effective(String name, String field, Predicate<Node> right, String what) {
		return Rule.each(name, Rule::containers, (rendering, container) -> {
			Node ofContainer = container.at("securityContext." + field);
			Node ofPod = container.workload().spec().at("securityContext." + field);
			boolean fine = right.test(ofContainer.present() ? ofContainer : ofPod)
					&& (ofPod.absent() || right.test(ofPod));
			return Complaint.unless(fine, what);
		});
	}

	private static List<String> types(Node volume) {
		return volume.fields().keySet().stream().filter((field) -> !field.equals("name")).toList();
	}

	private static boolean elsewhere(Container container) {
		return Stream.of("startupProbe", "readinessProbe", "livenessProbe", "lifecycle.preStop", "lifecycle.postStart")
			.flatMap((hook) -> Stream.of(container.at(hook + ".httpGet.host"), container.at(hook + ".tcpSocket.host")))
			.anyMatch(Node::present);
	}

}
