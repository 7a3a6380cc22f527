package io.tgr.local;

import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/**
 * Looks for class path resources where an application's own classes are, before anywhere
 * else: all modules have an {@code application.yml}.
 */
class CodeSourceResourceLoader extends DefaultResourceLoader {

	private final URL root;

	CodeSourceResourceLoader(Class<?> application) {
		super(application.getClassLoader());
		this.root = root(application);
	}

	// A folder of classes, a jar, or a jar in the launcher's jar.
	private static URL root(Class<?> application) {
		CodeSource source = application.getProtectionDomain().getCodeSource();
		String location = source.getLocation().toString();
		try {
			return (location.endsWith("/")) ? source.getLocation() : new UrlResource("jar:" + location + "!/").getURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("No resources at " + location, ex);
		}
	}

	@Override
	protected Resource getResourceByPath(String path) {
		return ownOr(path, super.getResourceByPath(path));
	}

	@Override
	public Resource getResource(String location) {
		Resource anywhere = super.getResource(location);
		return (location.startsWith(CLASSPATH_URL_PREFIX))
				? ownOr(location.substring(CLASSPATH_URL_PREFIX.length()), anywhere) : anywhere;
	}

	private Resource ownOr(String path, Resource anywhere) {
		try {
			Resource own = new UrlResource(this.root + path.replaceFirst("^/+", ""));
			return (own.exists()) ? own : anywhere;
		}
		catch (MalformedURLException ex) {
			return anywhere;
		}
	}

}
