package org.finplan.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** The rules of the suite's architecture, the same for every module: {@code ArchitectureRules.of("org.finplan.tasks").check()}. */
public final class ArchitectureRules {

    private static final List<String> VAGUE = List.of("Util", "Utils", "Helper", "Manager", "Impl", "Dto");
    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "org.hibernate..",
        "org.eclipse.microprofile..",
        "java.sql.."
    };

    /** Says what may be absent and does nothing. */
    private static final String NULLABLE = "jakarta.annotation.Nullable";

    private final String root;
    private final JavaClasses classes;

    private ArchitectureRules(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    /**
     * Reads the classes of a module, without its tests.
     *
     * @param root root package, such as {@code org.finplan.tasks}
     * @return the rules for it
     */
    public static ArchitectureRules of(String root) {
        return new ArchitectureRules(
                root,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root));
    }

    /** Checks all rules that need no list of classes. */
    public void check() {
        rules().forEach(rule -> rule.check(classes));
        rulesOfOperations().forEach(rule -> rule.check(classes));
    }

    /** {@return the rules for packages, names and what a class may know} */
    private List<ArchRule> rules() {
        return List.of(
                noClasses()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .or()
                        .haveSimpleNameEndingWith("Repository")
                        .should()
                        .bePublic()
                        .because("what is stored and how is the concept's own business")
                        .allowEmptyShould(true),
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a concept that needs another and is needed by it is one concept"),
                noClasses()
                        .should()
                        .resideInAnyPackage("..common..", "..util..", "..utils..", "..impl..", "..helper..", "..dto..")
                        .because("packages are named after concepts"),
                noClasses().should(haveVagueName()).because("a name says what the class is"),
                noClasses()
                        .should()
                        .dependOnClassesThat(ofAnotherService())
                        .because("services act on each other through events only"),
                takesTheTimeFromTheClock());
    }

    /** {@return the rules for what answers to HTTP} */
    private static List<ArchRule> rulesOfOperations() {
        return List.of(
                methods()
                        .that()
                        .areAnnotatedWith("org.finplan.platform.web.idempotency.Idempotent")
                        .should()
                        .beAnnotatedWith("jakarta.transaction.Transactional")
                        .because("the effect and the answer that is kept for it commit together")
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("jakarta.annotation.security.RolesAllowed")
                        .because("an operation names its permission, and org.finplan.platform.access says who has it"),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Resource")
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleNameEndingWith("Repository")
                        .because("a resource calls the service of its concept, and the service opens the transaction")
                        .allowEmptyShould(true));
    }

    private static ArchRule takesTheTimeFromTheClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the time comes from the injected " + Clock.class.getName());
    }

    /**
     * Checks that classes are pure: no framework, no database, so that they are tested in milliseconds.
     *
     * @param pure simple or full names of the classes; each must exist
     */
    public void checkPure(String... pure) {
        for (String name : pure) {
            DescribedPredicate<JavaClass> isNamed = DescribedPredicate.describe(
                    "named " + name,
                    type -> type.getName().equals(name) || type.getSimpleName().equals(name));
            assertThat(classes.stream().anyMatch(isNamed)).as("%s exists", name).isTrue();
            noClasses()
                    .that(isNamed)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS).and(not(name(NULLABLE))))
                    .because("formulas and state machines know no framework")
                    .check(classes);
        }
    }

    private static ArchCondition<JavaClass> haveVagueName() {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a vague name", type -> VAGUE.stream().anyMatch(type.getSimpleName()::endsWith)));
    }

    private DescribedPredicate<JavaClass> ofAnotherService() {
        Set<String> services = Set.of("indicators", "tasks", "risk", "gateway");
        return DescribedPredicate.describe("belong to another service", type -> services.stream()
                .map(service -> "org.finplan." + service)
                .filter(other -> !other.equals(root))
                .anyMatch(other -> type.getPackageName().equals(other)
                        || type.getPackageName().startsWith(other + ".")));
    }
}
