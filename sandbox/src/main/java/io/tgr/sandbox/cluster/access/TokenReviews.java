package io.tgr.sandbox.cluster.access;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiErrors;

/**
 * Tells whom a token stands for.
 */
@Component
class TokenReviews {

	private final Accounts accounts;

	TokenReviews(Accounts accounts) {
		this.accounts = accounts;
	}

	void review(ObjectNode review) {
		String token = review.path("spec").path("token").asString("");
		if (token.isEmpty()) {
			throw ApiErrors.badRequest("token is required for TokenReview in authentication");
		}
		List<String> wanted = texts(review.path("spec").path("audiences"));
		List<String> audiences = wanted.isEmpty() ? List.of(Account.API_SERVER) : wanted;
		Account account = this.accounts.find(token);
		ObjectNode status = review.putObject("status");
		String error = error(account, audiences);
		if (account == null || error != null) {
			status.putObject("user");
			status.put("error", error);
			return;
		}
		status.put("authenticated", true);
		ObjectNode user = status.putObject("user").put("username", account.user());
		ArrayNode groups = user.putArray("groups");
		account.groups().forEach(groups::add);
		groups.add("system:authenticated");
		audiences.stream().filter(account.audiences()::contains).forEach(status.putArray("audiences")::add);
	}

	private @Nullable String error(@Nullable Account account, List<String> audiences) {
		if (account == null) {
			return "invalid bearer token";
		}
		if (this.accounts.expired(account)) {
			return "[invalid bearer token, service account token has expired]";
		}
		if (audiences.stream().noneMatch(account.audiences()::contains)) {
			return "[invalid bearer token, token audiences " + quoted(account.audiences())
					+ " is invalid for the target audiences " + quoted(audiences) + "]";
		}
		return null;
	}

	private static String quoted(List<String> audiences) {
		return "[\"" + String.join("\" \"", audiences) + "\"]";
	}

	static List<String> texts(JsonNode array) {
		return array.values().stream().map((value) -> value.asString("")).toList();
	}

}
