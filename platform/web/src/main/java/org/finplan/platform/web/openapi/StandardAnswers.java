package org.finplan.platform.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
import org.jboss.jandex.IndexView;

/**
 * Writes into the OpenAPI document what holds for every operation, from the same annotations that make it hold: the roles
 * ({@code x-roles}), the idempotency key, the problems, and the shape of records.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class StandardAnswers implements OASFilter {

    private static final String OK = "200";
    private static final String SCHEME = "bearer";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final IndexView index;
    private final Map<String, Endpoint> endpoints;

    /**
     * Made by the build.
     *
     * @param index the classes of the service
     */
    public StandardAnswers(IndexView index) {
        this.index = index;
        this.endpoints = Endpoint.all(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        Components components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        ProblemAnswers.addTo(components);
        components.setSecuritySchemes(Map.of(SCHEME, bearer()));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(operation, endpoints.get(Endpoint.key(method.name(), path)))));
        SheetSchemas.complete(document);
        RecordSchemas records = new RecordSchemas(index, SentSchemas.of(document));
        Map.copyOf(components.getSchemas()).forEach(records::complete);
        ExampleBodies.addTo(document);
    }

    private static void complete(Operation operation, Endpoint endpoint) {
        if (endpoint == null) {
            return;
        }
        operation.addExtension("x-roles", endpoint.roles());
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        secure(operation, endpoint);
        if (endpoint.idempotent() && !hasParameter(operation, IDEMPOTENCY_KEY)) {
            operation.addParameter(idempotencyKey());
        }
        moveSuccess(operation, endpoint);
        ConditionalRequests.complete(operation);
        addProblems(operation, endpoint);
    }

    /** The framework does not know where the status of a success is written. */
    private static void moveSuccess(Operation operation, Endpoint endpoint) {
        APIResponse success = operation.getResponses().getAPIResponse(OK);
        endpoint.status().map(status -> Integer.toString(status)).ifPresent(status -> {
            APIResponse named = operation.getResponses().getAPIResponse(status);
            if (success != null && !status.equals(OK)) {
                operation.getResponses().removeAPIResponse(OK);
                operation.getResponses().addAPIResponse(status, named == null ? success : named);
            }
        });
    }

    private static void addProblems(Operation operation, Endpoint endpoint) {
        Map<Integer, List<WebError>> common =
                problems(operation, endpoint).stream().collect(Collectors.groupingBy(WebError::status));
        Map<Integer, List<ErrorCode>> own =
                endpoint.refusals().stream().collect(Collectors.groupingBy(ErrorCode::status));
        Set<Integer> statuses = new TreeSet<>(common.keySet());
        statuses.addAll(own.keySet());
        for (Integer status : statuses) {
            // The framework puts some in as well, without saying what they hold.
            APIResponse present = operation.getResponses().getAPIResponse(status.toString());
            if (present == null || present.getContent() == null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status.toString(),
                                ProblemAnswers.of(
                                        common.getOrDefault(status, List.of()), own.getOrDefault(status, List.of())));
            }
        }
    }

    /**
     * Says that an operation needs a token, that it is open, or that the public may leave the token out, in place of what
     * the framework guesses.
     */
    private static void secure(Operation operation, Endpoint endpoint) {
        if (endpoint.open()) {
            operation.setSecurity(List.of());
            remove(operation, WebError.UNAUTHENTICATED);
            remove(operation, WebError.FORBIDDEN);
        } else if (endpoint.forThePublic()) {
            operation.setSecurity(List.of(
                    OASFactory.createSecurityRequirement(),
                    OASFactory.createSecurityRequirement().addScheme(SCHEME)));
            remove(operation, WebError.FORBIDDEN);
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        }
    }

    private static void remove(Operation operation, WebError error) {
        operation.getResponses().removeAPIResponse(Integer.toString(error.status()));
    }

    private static Set<WebError> problems(Operation operation, Endpoint endpoint) {
        Set<WebError> problems = new TreeSet<>(Set.of(
                WebError.MALFORMED_REQUEST,
                WebError.NOT_ACCEPTABLE,
                WebError.INTERNAL_ERROR,
                WebError.SERVICE_UNAVAILABLE));
        if (!endpoint.open()) {
            problems.add(WebError.UNAUTHENTICATED);
        }
        if (!endpoint.open() && !endpoint.forThePublic()) {
            problems.add(WebError.FORBIDDEN);
        }
        if (has(operation, Parameter.In.PATH) || hasParameter(operation, "plan")) {
            problems.add(WebError.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(Set.of(WebError.BODY_TOO_LARGE, WebError.UNSUPPORTED_MEDIA_TYPE));
        }
        // The gateway passes the key on where it asks several services, which keep the answer.
        if (endpoint.idempotent() || hasParameter(operation, IDEMPOTENCY_KEY)) {
            problems.addAll(Set.of(WebError.IDEMPOTENCY_KEY_IN_USE, WebError.IDEMPOTENCY_KEY_REUSED));
        }
        if (hasParameter(operation, "If-Match")) {
            problems.addAll(Set.of(WebError.PRECONDITION_FAILED, WebError.PRECONDITION_REQUIRED));
        }
        return problems;
    }

    private static boolean has(Operation operation, Parameter.In place) {
        return parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static boolean hasParameter(Operation operation, String name) {
        return parameters(operation).stream().anyMatch(parameter -> name.equalsIgnoreCase(parameter.getName()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(IDEMPOTENCY_KEY)
                .in(Parameter.In.HEADER)
                .description("Makes a repeat safe: the same key and request give the stored answer, kept 7 days.")
                .example("018f6f2e-7c1b-7e5a-9a55-1f6f6b0c2a10")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .maxLength(255));
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token; the gateway says where to get one.");
    }
}
