package org.finplan.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.finplan.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.finplan.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_JAX_RS_AND_NO_PERSISTENCE_LAYER =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..", "jakarta.persistence..");

    /** Whoever else opened a connection might do so on an event loop. */
    @ArchTest
    static final ArchRule ONE_DATA_SOURCE = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "io.agroal..", "org.flywaydb..");

    @ArchTest
    static final ArchRule PURE_CLASSES_STAY_PURE = noClasses()
            .that()
            .haveNameMatching(
                    ".*\\.(PrefixTable|FeedCursor|EventFilter|ClaimMapping|OpenApiMerge|MergedPage|PathRules|CallFilter|CallCursor|CallStatus|CallQueue|CallTable|Scope|Costs|UseCounter|QuotaPeriods)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.vertx..", "io.quarkus..");
}
