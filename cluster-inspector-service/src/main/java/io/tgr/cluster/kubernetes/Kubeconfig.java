package io.tgr.cluster.kubernetes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.StringUtils;

/**
 * Reads kubeconfig files as kubectl does: of several the first that says something wins,
 * and those that are not there do not count.
 */
final class Kubeconfig {

	private static final String ACTION = "Set KUBECONFIG to a file that kubectl can use, or unset it.";

	private Kubeconfig() {
	}

	static io.fabric8.kubernetes.client.Config read(String value) {
		List<Path> files = Stream.of(value.split(File.pathSeparator))
			.filter(StringUtils::hasText)
			.map((file) -> Path.of(file.strip()).toAbsolutePath())
			.filter(Files::exists)
			.toList();
		if (files.isEmpty()) {
			throw refusal("does not exist", value);
		}
		Config[] parts = files.stream().map(Kubeconfig::parse).toArray(Config[]::new);
		io.fabric8.kubernetes.client.Config config = io.fabric8.kubernetes.client.Config.empty();
		try {
			KubeConfigUtils.merge(config, null, parts);
		}
		catch (RuntimeException ex) {
			throw refusal("names credentials that cannot be had", value);
		}
		NamedContext context = config.getCurrentContext();
		if (context == null) {
			throw refusal("has no current context", value);
		}
		if (config.getFileWithCluster() == null) {
			throw refusal("has no cluster for its context '%s'".formatted(context.getName()), value);
		}
		for (Config part : parts) {
			for (NamedAuthInfo user : part.getUsers()) {
				if (user.getName().equals(context.getContext().getUser()) && user.getUser() != null) {
					complete(config, user.getUser(), files.get(0));
					return config;
				}
			}
		}
		return config;
	}

	private static Config parse(Path file) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw refusal("cannot be read", file.toString());
		}
		try {
			return KubeConfigUtils.parseConfig(file.toFile());
		}
		catch (RuntimeException ex) {
			// Without the cause, which may quote what the file holds.
			throw refusal("is no kubeconfig", file.toString());
		}
	}

	/**
	 * Takes over what the client's own reader leaves out.
	 * @param config the configuration so far
	 * @param user the user of the current context
	 * @param file the file that relative paths are relative to
	 */
	private static void complete(io.fabric8.kubernetes.client.Config config, AuthInfo user, Path file) {
		if (StringUtils.hasText(user.getTokenFile())) {
			config.setOauthTokenProvider(new TokenFile(file.resolveSibling(user.getTokenFile())));
		}
		if (StringUtils.hasText(user.getAs())) {
			config.setImpersonateUsername(user.getAs());
			config.setImpersonateGroups(user.getAsGroups().toArray(String[]::new));
			config.setImpersonateExtras(user.getAsUserExtra());
		}
	}

	private static FailureAnalyzedException refusal(String what, String file) {
		return new FailureAnalyzedException("The kubeconfig %s %s.".formatted(file, what), ACTION);
	}

}
