package org.finplan.platform.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes what follows from the headers {@code If-None-Match} and {@code If-Match} of an operation. */
final class ConditionalRequests {

    private static final String TAG = "\"3\"";

    private ConditionalRequests() {}

    /** Completes an operation that takes one of the headers. */
    static void complete(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if ("If-None-Match".equalsIgnoreCase(parameter.getName())) {
                describe(parameter, "ETag of the answer that the caller has; 304 when it is still the current one.");
                addTag(operation);
                operation
                        .getResponses()
                        .addAPIResponse(
                                "304",
                                OASFactory.createAPIResponse()
                                        .description("The caller has the current version")
                                        .addHeader("ETag", tag()));
            } else if ("If-Match".equalsIgnoreCase(parameter.getName())) {
                describe(parameter, "ETag of the version that the write is based on: 428 without, 412 when stale.");
                addTag(operation);
            } else if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
                parameter.setDescription("The " + parameter.getName() + " of the resource.");
            }
        }
    }

    private static void describe(Parameter parameter, String text) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(text);
            parameter.setExample(TAG);
        }
    }

    private static void addTag(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("20") && !has(response)) {
                response.addHeader("ETag", tag());
            }
        });
    }

    private static boolean has(APIResponse response) {
        return response.getHeaders() != null && response.getHeaders().containsKey("ETag");
    }

    private static Header tag() {
        return OASFactory.createHeader()
                .description("The version, strong.")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)))
                .example(TAG);
    }
}
