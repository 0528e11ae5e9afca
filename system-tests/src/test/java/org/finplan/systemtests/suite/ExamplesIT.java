package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.systemtests.contract.MergedDocument;
import org.finplan.systemtests.contract.MergedDocument.Operation;
import org.finplan.systemtests.document.DocumentedCall;
import org.finplan.systemtests.document.DocumentedCalls;
import org.finplan.systemtests.suite.ExampleCalls.Answered;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every example of the OpenAPI document is sent to a running suite: the operation takes it, and every answer is what the
 * document says. So is every call that the documents for people show.
 */
@Order(7)
class ExamplesIT {

    private static final MergedDocument API = MergedDocument.read();

    /** What has to be in this order, since one makes what the next one takes. The others come after, as documented. */
    private static final List<String> IN_TURN = List.of(
            "createApiKey rotateApiKey revokeApiKey createApiKey",
            "createDerived reviseDerived",
            "listDeadLetters getDeadLetter replayDeadLetter",
            "setTarget reviseTarget breakDownTarget adjustPlan",
            "openDisputedCell explainDisputedCell returnDisputedCell explainDisputedCell acceptDisputedCell",
            "openDisputedCell settleDisputedCell",
            "announceRelease cancelRelease restoreRelease",
            "reportObservations withdrawObservation reportObservations",
            "addAlertNote acknowledgeAlert orderDisposal recordDisposalFeedback startMonitoring closeAlert",
            "writeNotice reviseNotice publishNotice withdrawNotice",
            "writeRule testRule shadowRule compareRule publishRule retireRule",
            "makeSilence approveSilence endSilence",
            "makeInhibitionRule retireInhibitionRule",
            "registerInstitution reviseInstitution rateInstitution setReportSource reportInstitutions changeInstitutionStatus",
            "recordOwnershipLink correctOwnershipLink getOwnershipLink listOwnershipLinkVersions withdrawOwnershipLink recordOwnershipLink",
            "enterSupervisionRecord correctSupervisionRecord withdrawSupervisionRecord enterSupervisionRecord",
            "nameDisclosureBody recordEnvironmentalDisclosure",
            "listInstitutionForExit publishExitNotice objectToExit decideObjectionToExit cancelInstitution keepInstitution",
            "createRegisterEntry reviseRegisterEntry assessRegisterEntry moveRegisterEntry endRegisterEntry createRegisterEntry",
            "registerSupervision assignSupervision acknowledgeSupervision urgeSupervision suspendSupervision"
                    + " decideSupervisionSuspension resumeSupervision askSupervisionExtension decideSupervisionExtension"
                    + " replyToSupervision verifySupervision closeSupervision scoreSupervision",
            // The network that is sent comes last: what follows asks for its firms.
            "recordNetworkFact correctNetworkFact withdrawNetworkFact recordNetworkFact makeNetworkFromFacts",
            "storeNetwork runContagion getContagionRun orderFailureRanking",
            "planMilestone reviseMilestone achieveMilestone takeBackMilestone removeMilestone planMilestone",
            "addTaskDependency removeTaskDependency addTaskDependency",
            "nameBaseline getBaseline compareBaseline",
            "makeCalendarKey revokeCalendarKey makeCalendarKey",
            "cancelRuleRun runRules",
            "reportProgress confirmProgressEvidence verifyProgressReport reportProgress returnProgressReport");

    /** The examples that cannot succeed here, and the problem that must come instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            // The figure was recorded a moment ago; at the time of the example nobody knew it.
            Map.entry("getObservation?asOf", "not-found"),
            Map.entry("getBreakdown?asOf", "not-found"),
            Map.entry("getSupervisionRecord?asOf", "not-found"),
            // The id of an objection stands in no example; the term for objections still runs.
            Map.entry("decideObjectionToExit", "unknown-objection"),
            Map.entry("cancelInstitution", "exit-action-not-allowed"),
            // The runs have ended long ago.
            Map.entry("cancelRuleRun", "rule-run-ended"),
            Map.entry("cancelContagionRun", "contagion-run-ended"),
            Map.entry("cancelFailureRanking", "failure-ranking-ended"),
            // A package is no text; the plan of the suite has no target that a person judges, and is not archived while
            // others write.
            Map.entry("publishPlanPackage", "invalid-parameter"),
            Map.entry("assessTarget", "target-not-qualitative"),
            Map.entry("archivePlan", "plan-step-not-possible"),
            // No figure that a report cites was revised here.
            Map.entry("confirmProgressEvidence", "evidence-not-flagged"),
            // A key is shown once, to whoever made it.
            Map.entry("getUnitCalendar", "calendar-not-found"),
            Map.entry("getUnitCalendar?lang", "calendar-not-found"));

    @Test
    @Tag("G03")
    void everyExampleIsTakenAndEveryAnswerFitsTheDocument() {
        try (Suite suite = Suite.start("examples")) {
            assertThat(suite.finplan("demo").code())
                    .as("the demo leaves something to act on")
                    .isZero();
            ExampleFacts.make(suite);
            AnswerExamples recorded = new AnswerExamples();
            ExampleCalls calls = new ExampleCalls(suite, API);
            List<String> faults = new ArrayList<>();
            Set<String> refused = new TreeSet<>();
            for (Operation operation : inTurn()) {
                for (Answered answered : calls.send(operation)) {
                    check(answered, faults, refused);
                    recorded.keep(answered);
                }
            }
            DocumentedCalls.all().forEach(call -> check(call, suite, faults));
            assertThat(faults).isEmpty();
            assertThat(refused).as("what was said to be refused").containsExactlyInAnyOrderElementsOf(REFUSED.keySet());
        }
    }

    private static void check(DocumentedCall call, Suite suite, List<String> faults) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(suite.gateway().resolve(call.path())).timeout(Duration.ofSeconds(60));
        call.user().ifPresent(user -> request.header("Authorization", "Bearer " + suite.token(user)));
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                call.body().map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        HttpResponse<String> answer = Http.send(request.build());
        boolean asShown = call.isRefused() ? answer.statusCode() == 401 : answer.statusCode() < 300;
        if (!asShown) {
            faults.add(call + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static List<Operation> inTurn() {
        Map<String, Operation> all =
                API.operations().stream().collect(Collectors.toMap(Operation::id, Function.identity()));
        List<String> turn =
                IN_TURN.stream().flatMap(ids -> Stream.of(ids.split(" "))).toList();
        assertThat(all.keySet()).containsAll(turn);
        return Stream.concat(
                        turn.stream().map(all::get),
                        API.operations().stream().filter(operation -> !turn.contains(operation.id())))
                .toList();
    }

    private static void check(Answered answered, List<String> faults, Set<String> refused) {
        int status = answered.answer().statusCode();
        String body = answered.answer().body();
        String call =
                answered.operation() + " as " + answered.answer().request().uri() + ": " + status;
        boolean success = status < 300;
        if (!success && Suite.json(body).path("code").asText().equals(REFUSED.get(answered.name()))) {
            refused.add(answered.name());
        } else if (!success) {
            faults.add(call + " does not take its own example: " + body);
        }
        JsonNode documented =
                API.resolve(answered.operation().node().path("responses").path(Integer.toString(status)));
        if (documented.isMissingNode()) {
            faults.add(call + " is not documented");
            return;
        }
        String mediaType = answered.answer()
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "");
        JsonNode media = documented.path("content").path(mediaType);
        if (media.isMissingNode()) {
            faults.add(call + " answers " + mediaType + ", which is not documented");
        } else if (mediaType.endsWith("json")) {
            API.faults(media.path("schema"), Suite.json(body)).stream()
                    // All items of a list are wrong in the same way.
                    .map(fault -> fault.replaceAll("/\\d+", "/*"))
                    .distinct()
                    .forEach(fault -> faults.add(call + ": " + fault));
        }
    }
}
