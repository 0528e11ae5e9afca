package org.finplan.indicators.planversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.planversion.PackageVersionState;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Test;

/** Versions of plan packages as their owner sees them; it runs alone, so that nobody is to be waited for. */
@FinplanTest
class PlanPublicationTest {

    private static final String CODE = "sample-owner-a";

    @Inject
    PlanPublication publication;

    @Inject
    PlanRegister register;

    private final PublishedPlan plan = new PublishedPlan(CODE);

    @Test
    void aPublishedVersionComesInForceTellsSoAndIsAudited() {
        SourcePackage first = found(plan, "first");
        PackageVersion published =
                QuarkusTransaction.requiringNew().call(() -> publication.publish(first, "sample", "sample-user"));
        assertThat(published.version()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(register.version(CODE)).contains(1));
        asBoundTo("city-officer", plan.region("CITY"))
                .get("/api/v1/plans")
                .then()
                .body("items.code", hasItem(CODE));

        SourcePackage second = found(plan, "second");
        assertThat(refusal(() -> publication.publish(first, "sample", "sample-user")))
                .isEqualTo("package-unchanged");
        assertThat(refusal(() -> {
                    publication.publish(second, "sample", "sample-user");
                    publication.publish(found(plan, "third"), "sample", "sample-user");
                }))
                .isEqualTo("package-version-preparing");
        QuarkusTransaction.requiringNew().run(() -> publication.publish(second, "sample", "sample-user"));

        await().untilAsserted(() -> assertThat(register.version(CODE)).contains(2));
        assertThat(publication.list(CODE))
                .extracting(PackageVersion::state)
                .containsExactly(PackageVersionState.SUPERSEDED, PackageVersionState.IN_FORCE);
        List<Received> told = plan.answers("indicators.events", 6);
        assertThat(told)
                .extracting(Received::type)
                .containsExactly(
                        "org.finplan.indicators.plan.published.v1",
                        "org.finplan.indicators.plan.piecepublished.v1",
                        "org.finplan.indicators.plan.enforced.v1",
                        "org.finplan.indicators.plan.published.v1",
                        "org.finplan.indicators.plan.piecepublished.v1",
                        "org.finplan.indicators.plan.enforced.v1");
        asBoundTo("auditor", plan.region("CITY"))
                .get("/api/v1/audit?resource=/api/v1/plans/" + CODE)
                .then()
                .body("items.action", hasItem("plan-package.publish"))
                .body("items.action", hasItem("plan-package.enforce"));
    }

    @Test
    void aVersionThatIsGivenUpInTimeNeverComesInForce() {
        String other = "sample-owner-b";
        SourcePackage first = found(new PublishedPlan(other), "first");

        QuarkusTransaction.requiringNew().run(() -> {
            publication.publish(first, "sample", "sample-user");
            publication.abandon(other, 1, new LocalizedText("样本", "sample"));
        });

        PackageVersion given = publication.find(other, 1).orElseThrow();
        assertThat(given.state()).isEqualTo(PackageVersionState.ABANDONED);
        assertThat(given.because().en()).isEqualTo("sample");
        assertThat(register.version(other)).isEmpty();
        assertThat(refusal(() -> publication.abandon(other, 1, given.because())))
                .isEqualTo("package-version-decided");
        assertThat(refusal(() -> publication.abandon(other, 7, given.because())))
                .isEqualTo("not-found");
    }

    /** A plan with series of its own, so that it has a part in no other test. */
    private static SourcePackage found(PublishedPlan plan, String title) {
        Path sample = Path.of("src/test/resources/sample-plan");
        return PlanPackages.of(
                "sample",
                plan.files(sample, "sample-plan", text -> text.replace("green-credit", "sample-owner-credit")
                                .replace("\"GREEN_CREDIT", "\"SAMPLE_OWNER_CREDIT")
                                .replace("\"SAMPLE_BAD", "\"SAMPLE_OWNER_BAD")
                                .replace("sample-bad-debtors", "sample-owner-debtors")
                                .replace("\"title_en\": \"", "\"title_en\": \"" + title + " "))
                        .contents());
    }

    private static String refusal(Runnable call) {
        try {
            QuarkusTransaction.requiringNew().run(call);
            return "";
        } catch (ProblemException refused) {
            return refused.code().code();
        }
    }
}
