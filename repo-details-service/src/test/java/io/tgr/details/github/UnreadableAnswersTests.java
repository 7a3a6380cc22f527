package io.tgr.details.github;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.details.StarWeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnreadableAnswersTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void areNotTakenForARepositoryWithoutStars() {
		assertUnreadable(() -> this.json
			.readValue("{\"full_name\": \"o/n\", \"html_url\": \"x\", \"forks_count\": 1}", RepositoryJson.class)
			.named());
	}

	@Test
	void areNotTakenForAnEmptyNode() {
		assertUnreadable(
				() -> this.json.readValue("{\"nameWithOwner\": \"o/n\"}", RepositoryNode.class).overview(Set.of()));
	}

	@Test
	void areNotTakenForAWeekWithoutStars() {
		assertUnreadable(() -> new StarWeekJson(1790467200L, List.of(1, 2, 3)).starWeek());
		assertUnreadable(() -> new StarWeekJson(1790467200L, Collections.nCopies(7, null)).starWeek());
		assertUnreadable(() -> new StarWeekJson(null, Collections.nCopies(7, 0)).starWeek());
	}

	@Test
	void areNotTakenForAPoorCommunity() {
		assertUnreadable(() -> new CommunityJson(null, Map.of()).community());
		assertUnreadable(() -> new CommunityJson(10, null).community());
	}

	@Test
	void weeksStartOnTheSundayThatGithubNames() {
		StarWeek week = this.json
			.readValue("{\"week\": 1790467200, \"total\": 14, \"days\": [4,1,5,4,0,0,0]}", StarWeekJson.class)
			.starWeek();
		assertThat(week.start()).isEqualTo("2026-09-27");
		assertThat(week.days()).containsExactly(4, 1, 5, 4, 0, 0, 0);
	}

	private static void assertUnreadable(ThrowingCallable reading) {
		assertThatExceptionOfType(GithubException.class).isThrownBy(reading)
			.satisfies((ex) -> assertThat(ex.failure()).isEqualTo(GithubFailure.UNREADABLE));
	}

}
