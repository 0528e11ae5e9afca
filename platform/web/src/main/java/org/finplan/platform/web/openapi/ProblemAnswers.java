package org.finplan.platform.web.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.WebError;

/**
 * The answers that are problems, with an example for each code. What operations have in common stands once, as
 * {@code #/components/responses/Problem<status>}.
 */
final class ProblemAnswers {

    static final String SCHEMA = "Problem";

    private ProblemAnswers() {}

    /** Puts the schema and the common answers into a document. */
    static void addTo(Components components) {
        components.addSchema(SCHEMA, ProblemSchema.problem());
        components.addResponse(name(WebError.MALFORMED_REQUEST), answer(everyoneOf(400), List.of()));
        components.addResponse(name(WebError.UNAUTHENTICATED), answer(List.of(WebError.UNAUTHENTICATED), List.of()));
        components.addResponse(name(WebError.FORBIDDEN), answer(everyoneOf(403), List.of()));
        components.addResponse(name(WebError.SERVICE_UNAVAILABLE), answer(everyoneOf(503), List.of()));
        for (WebError error : List.of(
                WebError.NOT_FOUND,
                WebError.NOT_ACCEPTABLE,
                WebError.IDEMPOTENCY_KEY_IN_USE,
                WebError.PRECONDITION_FAILED,
                WebError.BODY_TOO_LARGE,
                WebError.UNSUPPORTED_MEDIA_TYPE,
                WebError.IDEMPOTENCY_KEY_REUSED,
                WebError.PRECONDITION_REQUIRED,
                WebError.INTERNAL_ERROR)) {
            components.addResponse(name(error), answer(List.of(error), List.of()));
        }
    }

    /** The answer of an operation for one status: the common one, or one of its own where its domain has more to say. */
    static APIResponse of(Collection<WebError> common, Collection<ErrorCode> own) {
        return own.isEmpty()
                ? OASFactory.createAPIResponse()
                        .ref("#/components/responses/" + name(common.iterator().next()))
                : answer(common, own);
    }

    private static APIResponse answer(Collection<WebError> common, Collection<ErrorCode> own) {
        List<ErrorCode> all = Stream.concat(own.stream(), common.stream()).toList();
        MediaType problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA));
        all.forEach(error -> problem.addExample(error.code(), example(error)));
        return OASFactory.createAPIResponse()
                .description(all.stream().map(error -> error.title().en()).collect(Collectors.joining(" · ")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
    }

    private static Example example(ErrorCode error) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:finplan:problem:" + error.code());
        problem.put("code", error.code());
        problem.put("title", error.title().zh());
        problem.put("status", error.status());
        problem.put("detail", error.title().zh());
        problem.put("instance", "/api/v1/…");
        problem.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        problem.put("errors", List.of());
        return OASFactory.createExample().summary(error.title().en()).value(problem);
    }

    private static List<WebError> everyoneOf(int status) {
        return Stream.of(WebError.values())
                .filter(error -> error.status() == status)
                .toList();
    }

    private static String name(ErrorCode error) {
        return SCHEMA + error.status();
    }
}
