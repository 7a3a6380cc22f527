package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tgr.sandbox.github.catalogue.Owner;

/** A user or an organisation in an answer. */
final class UserDocument {

	private UserDocument() {
	}

	static Map<String, Object> of(Owner owner, ApiUrls urls) {
		String url = urls.user(owner.login());
		Map<String, Object> document = new LinkedHashMap<>(32);
		document.put("login", owner.login());
		document.put("id", owner.id());
		document.put("node_id", owner.nodeId());
		document.put("avatar_url", "https://avatars.githubusercontent.com/u/" + owner.id() + "?v=4");
		document.put("gravatar_id", "");
		document.put("url", url);
		document.put("html_url", "https://github.com/" + owner.login());
		document.put("followers_url", url + "/followers");
		document.put("following_url", url + "/following{/other_user}");
		document.put("gists_url", url + "/gists{/gist_id}");
		document.put("starred_url", url + "/starred{/owner}{/repo}");
		document.put("subscriptions_url", url + "/subscriptions");
		document.put("organizations_url", url + "/orgs");
		document.put("repos_url", url + "/repos");
		document.put("events_url", url + "/events{/privacy}");
		document.put("received_events_url", url + "/received_events");
		document.put("type", owner.type());
		document.put("user_view_type", "public");
		document.put("site_admin", false);
		return document;
	}

}
