package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.fabric8.kubernetes.client.OAuthTokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * A token in a file, which somebody else replaces before it expires. It is read for every
 * request, so the new one is used at once.
 */
final class TokenFile implements OAuthTokenProvider {

	private final Path file;

	private volatile @Nullable String last;

	TokenFile(Path file) {
		this.file = file;
	}

	@Override
	public @Nullable String getToken() {
		String token = read(this.file);
		if (token != null) {
			this.last = token;
		}
		return this.last;
	}

	static @Nullable String read(Path file) {
		try {
			String content = Files.readString(file).strip();
			return (content.isEmpty()) ? null : content;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
