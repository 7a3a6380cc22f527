package io.tgr.local;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubWebClient;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

@AnalyzeClasses(packages = "io.tgr", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] PRODUCTION = { "io.tgr.common..", "io.tgr.trending..", "io.tgr.details.." };

	@ArchTest
	static final ArchRule commonKnowsNoService = noClasses().that()
		.resideInAPackage("io.tgr.common..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.trending..", "io.tgr.details..", "io.tgr.local..", "io.tgr.sandbox..");

	@ArchTest
	static final ArchRule trendingKnowsOnlyCommon = noClasses().that()
		.resideInAPackage("io.tgr.trending..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.details..", "io.tgr.local..", "io.tgr.sandbox..");

	@ArchTest
	static final ArchRule repoDetailsKnowsOnlyCommon = noClasses().that()
		.resideInAPackage("io.tgr.details..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.trending..", "io.tgr.local..", "io.tgr.sandbox..");

	@ArchTest
	static final ArchRule theSandboxKnowsNothingOfOurs = noClasses().that()
		.resideInAPackage("io.tgr.sandbox..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.common..", "io.tgr.trending..", "io.tgr.details..", "io.tgr.local..");

	@ArchTest
	static final ArchRule theGatewayKnowsNoService = noClasses().that()
		.resideInAPackage("io.tgr.local.gateway..")
		.should()
		.dependOnClassesThat(resideInAnyPackage("io.tgr..").and(describe("are not the gateway's own",
				(type) -> !type.getPackageName().startsWith("io.tgr.local.gateway"))));

	@ArchTest
	static final ArchRule onlyTheAdaptersKnowGithubsWords = noClasses().that()
		.resideInAnyPackage(PRODUCTION)
		.and()
		.resideOutsideOfPackages("io.tgr.common.github..", "io.tgr.details.github..", "io.tgr.trending.github..")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(GithubWebClient.class);

	@ArchTest
	static final ArchRule nothingBlocksTheEventLoop = noClasses().that()
		.resideInAnyPackage(PRODUCTION)
		.should()
		.callMethodWhere(describe("waits for a publisher",
				(call) -> call.getTargetOwner().isAssignableTo(describe("a publisher", ArchitectureTests::isPublisher))
						&& call.getName().matches("block.*|toIterable|toStream")));

	@ArchTest
	static final ArchRule nothingSleeps = noClasses().that()
		.resideInAnyPackage(PRODUCTION)
		.should()
		.callMethod(Thread.class, "sleep", long.class);

	@ArchTest
	static final ArchRule timeComesFromAClock = noClasses().that()
		.resideInAnyPackage(PRODUCTION)
		.should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(java.time.LocalDate.class, "now");

	@ArchTest
	static final ArchRule packagesAreNamedByWhatTheyAreAbout = noClasses().should()
		.resideInAnyPackage("..util..", "..utils..", "..helper..", "..dto..", "..impl..", "..controller..",
				"..service..");

	@ArchTest
	static final ArchRule classesAreNamedByWhatTheyAre = noClasses().should()
		.haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Dto|DTO)");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = SlicesRuleDefinition.slices()
		.matching("io.tgr.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule jacksonIsTheThird = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	@ArchTest
	static final ArchRule settingsAreRecords = classes().that()
		.areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
		.should()
		.beRecords();

	@ArchTest
	static final ArchRule noFieldIsInjected = noFields().should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
		.orShould()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Value");

	@ArchTest
	static final ArchRule nothingHappensOverTheNetworkWhileBeansAreMade = noMethods().should()
		.beAnnotatedWith("jakarta.annotation.PostConstruct");

	@ArchTest
	static final ArchRule everyPackageDeclaresItsNullness = classes().that()
		.areTopLevelClasses()
		.should()
		.beAssignableTo(describe("in a package marked for nullness", ArchitectureTests::isNullMarked));

	private static boolean isPublisher(JavaClass type) {
		return type.isEquivalentTo(Mono.class) || type.isEquivalentTo(Flux.class);
	}

	private static boolean isNullMarked(JavaClass type) {
		return type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
	}

}
