package org.finplan.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.finplan.platform.testing.TableOwnership;

@AnalyzeClasses(packages = "org.finplan.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.finplan.gateway.(*)..").should().beFreeOfCycles();

    /** What goes through to a service, and what every request meets on its way, is not for a framework of resources. */
    @ArchTest
    static final ArchRule PROXIED_REQUESTS_STAY_OFF_JAX_RS = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.key", "..gateway.call", "..gateway.fanout", "..gateway.feed")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.persistence..", "org.jboss.resteasy..");

    /** Whoever else opened a connection might do so on an event loop. */
    @ArchTest
    static final ArchRule ONE_DATA_SOURCE = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "io.agroal..", "org.flywaydb..");

    /** What is not public may be different in each version of Vert.x (ADR 9). */
    @ArchTest
    static final ArchRule TWO_INTERNAL_TYPES_OF_VERTX = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vertx..impl..", "io.vertx..spi..")
                    .and(not(belongToAnyOf(ConnectionBase.class, Http1xServerConnection.class))));

    @ArchTest
    static final ArchRule INTERNAL_TYPES_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.connection")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..impl..", "io.vertx..spi..");

    @ArchTest
    static final ArchRule PURE_CLASSES_STAY_PURE = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.(PrefixTable|FeedCursor|EventFilter|ClaimMapping|OpenApiMerge|MergedPage|SortedMerge|PathRules|CallFilter|CallStatus|CallQueue|Scope|Costs|UseCounter|QuotaPeriods)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.vertx..", "io.quarkus..");

    @ArchTest
    static void aTableIsNamedByThePackageThatOwnsItOnly(JavaClasses classes) {
        TableOwnership.of("org.finplan.gateway")
                .owns("call", "call")
                // The last of them is written no more, see V5.
                .owns("key", "api_key", "api_key_previous_secret", "api_key_use", "api_key_quota", "api_key_request")
                .check();
    }
}
