package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.finplan.systemtests.api.ApiDocument;
import org.finplan.systemtests.api.ApiDocument.Operation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every example of the OpenAPI document is sent to the running suite; every answer is what the document says. */
@Order(5)
@ExtendWith(SharedSuite.class)
class ExamplesIT {

    private static final ApiDocument API = ApiDocument.read();

    @Test
    void g03EveryExampleIsTakenAndEveryAnswerFitsTheDocument(Suite suite) {
        assertThat(suite.finplan("demo").code()).as("the demo leaves something to act on").isZero();
        ExampleCall calls = new ExampleCall(suite, API);
        List<String> faults = new ArrayList<>();
        for (Operation operation : API.operations()) {
            List<HttpResponse<String>> answers = calls.send(operation);
            boolean subject = !calls.withoutSubject().contains(operation.id());
            for (HttpResponse<String> answer : answers) {
                check(operation, answer, subject, faults);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(calls.withoutSubject())
                .as("a sound stack has no dead letters; everything else is there")
                .containsExactlyInAnyOrder("getDeadLetter", "replayDeadLetter");
    }

    private static void check(
            Operation operation, HttpResponse<String> answer, boolean subject, List<String> faults) {
        int status = answer.statusCode();
        String call = operation + " as " + answer.request().uri() + ": " + status;
        // 409: the state of what is there does not allow it, which the document says as well.
        boolean taken = status < 300 || status == 409 || (status == 404 && !subject);
        if (!taken) {
            faults.add(call + " does not take its own example: " + answer.body());
        }
        JsonNode documented = API.resolve(operation.node().path("responses").path(Integer.toString(status)));
        if (documented.isMissingNode()) {
            faults.add(call + " is not documented");
            return;
        }
        String mediaType = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode media = documented.path("content").path(mediaType);
        if (media.isMissingNode()) {
            faults.add(call + " answers " + mediaType + ", which is not documented");
        } else if (mediaType.endsWith("json")) {
            API.faults(media.path("schema"), Suite.json(answer.body()))
                    .forEach(fault -> faults.add(call + ": " + fault));
        }
    }
}
