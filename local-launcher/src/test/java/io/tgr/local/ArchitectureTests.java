package io.tgr.local;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubWebClient;

@AnalyzeClasses(packages = "io.tgr",
		importOptions = { ImportOption.DoNotIncludeTests.class, ArchitectureTests.Written.class })
class ArchitectureTests {

	private static final String[] PRODUCTION = { "io.tgr.common..", "io.tgr.trending..", "io.tgr.details..",
			"io.tgr.cluster.." };

	@ArchTest
	final ArchRule commonKnowsNoService = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("io.tgr.common..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.trending..", "io.tgr.details..", "io.tgr.cluster..", "io.tgr.local..",
				"io.tgr.sandbox..");

	@ArchTest
	final ArchRule trendingKnowsOnlyCommon = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("io.tgr.trending..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.details..", "io.tgr.cluster..", "io.tgr.local..", "io.tgr.sandbox..");

	@ArchTest
	final ArchRule repoDetailsKnowsOnlyCommon = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("io.tgr.details..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.trending..", "io.tgr.cluster..", "io.tgr.local..", "io.tgr.sandbox..");

	@ArchTest
	final ArchRule theInspectorKnowsOnlyCommon = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("io.tgr.cluster..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.trending..", "io.tgr.details..", "io.tgr.local..", "io.tgr.sandbox..");

	@ArchTest
	final ArchRule onlyOnePackageKnowsTheKubernetesClient = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackage("io.tgr.cluster.kubernetes..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.fabric8..");

	@ArchTest
	final ArchRule theSandboxKnowsNothingOfOurs = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("io.tgr.sandbox..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.tgr.common..", "io.tgr.trending..", "io.tgr.details..", "io.tgr.cluster..",
				"io.tgr.local..");

	@ArchTest
	final ArchRule theGatewayKnowsNoService = ArchRuleDefinition.noClasses()
		.that()
		.resideInAPackage("io.tgr.local.gateway..")
		.should()
		.dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("io.tgr..")
			.and(DescribedPredicate.describe("are not the gateway's own",
					(type) -> !type.getPackageName().startsWith("io.tgr.local.gateway"))));

	@ArchTest
	final ArchRule onlyTheAdaptersKnowGithubsWords = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage(PRODUCTION)
		.and()
		.resideOutsideOfPackages("io.tgr.common.github..", "io.tgr.details.github..", "io.tgr.trending.github..")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(GithubWebClient.class);

	@ArchTest
	final ArchRule nothingBlocksTheEventLoop = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage(PRODUCTION)
		.should()
		.callMethodWhere(DescribedPredicate.describe("waits for a publisher",
				(call) -> call.getTargetOwner()
					.isAssignableTo(DescribedPredicate.describe("a publisher", ArchitectureTests::isPublisher))
						&& call.getName().matches("block.*|toIterable|toStream")));

	@ArchTest
	final ArchRule nothingSleeps = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage(PRODUCTION)
		.should()
		.callMethod(Thread.class, "sleep", long.class);

	@ArchTest
	final ArchRule timeComesFromAClock = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage(PRODUCTION)
		.should()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(java.time.LocalDate.class, "now");

	@ArchTest
	final ArchRule packagesAreNamedByWhatTheyAreAbout = ArchRuleDefinition.noClasses()
		.should()
		.resideInAnyPackage("..util..", "..utils..", "..helper..", "..dto..", "..impl..", "..controller..",
				"..service..");

	@ArchTest
	final ArchRule classesAreNamedByWhatTheyAre = ArchRuleDefinition.noClasses()
		.should()
		.haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Dto|DTO)");

	@ArchTest
	final ArchRule packagesAreFreeOfCycles = SlicesRuleDefinition.slices()
		.matching("io.tgr.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	final ArchRule jacksonIsTheThirdButForTheKubernetesClient = ArchRuleDefinition.noClasses()
		.that()
		.doNotHaveFullyQualifiedName("io.tgr.cluster.kubernetes.KubernetesConfiguration")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	@ArchTest
	final ArchRule settingsAreRecords = ArchRuleDefinition.classes()
		.that()
		.areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
		.should()
		.beRecords();

	@ArchTest
	final ArchRule noFieldIsInjected = ArchRuleDefinition.noFields()
		.should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
		.orShould()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Value");

	@ArchTest
	final ArchRule nothingHappensOverTheNetworkWhileBeansAreMade = ArchRuleDefinition.noMethods()
		.should()
		.beAnnotatedWith("jakarta.annotation.PostConstruct");

	@ArchTest
	final ArchRule everyPackageDeclaresItsNullness = ArchRuleDefinition.classes()
		.that()
		.areTopLevelClasses()
		.should()
		.beAssignableTo(
				DescribedPredicate.describe("in a package marked for nullness", ArchitectureTests::isNullMarked));

	private static boolean isPublisher(JavaClass type) {
		return type.isEquivalentTo(Mono.class) || type.isEquivalentTo(Flux.class);
	}

	private static boolean isNullMarked(JavaClass type) {
		return type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
	}

	/**
	 * What somebody wrote: the classes that Spring generates from it know all of it.
	 */
	static final class Written implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("__");
		}

	}

}
