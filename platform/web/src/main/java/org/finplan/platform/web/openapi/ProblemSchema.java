package org.finplan.platform.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of {@link org.finplan.platform.problem.Problem} as the document shows it. */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema problem() {
        return object("What went wrong (RFC 9457), in the language of Accept-Language, Chinese first.")
                .addProperty("type", text("urn:finplan:problem:<code>", "urn:finplan:problem:not-found"))
                .addProperty("code", text("Stable code of the problem.", "not-found"))
                .addProperty("title", text("The problem in few words.", "Not found"))
                .addProperty("status", whole("HTTP status.", 404))
                .addProperty("detail", text("The particulars.", "There is nothing at this address that you may see."))
                .addProperty("instance", text("Path of the request.", "/api/v1/alerts/1"))
                .addProperty(
                        "traceId", text("Finds the request in logs and traces.", "4bf92f3577b34da6a3ce929d0e0e4736"))
                .addProperty("errors", list("The places that are wrong.", place()))
                .required(List.of("type", "code", "title", "status", "detail", "instance", "errors"));
    }

    private static Schema place() {
        return object("One place that is wrong.")
                .addProperty(
                        "pointer",
                        text("JSON pointer into the body, ?name, path:name or header:Name.", "/items/0/unit"))
                .addProperty("value", text("What was sent there.", "万"))
                .addProperty("code", text("Code of the fault.", "unknown-unit"))
                .addProperty("message", text("The fault.", "Unknown unit."))
                .addProperty("accepted", list("What would be accepted.", text("An accepted value.", "CNY-100M")))
                .required(List.of("pointer", "code", "message", "accepted"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(description);
    }

    private static Schema list(String description, Schema items) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.ARRAY))
                .description(description)
                .items(items);
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .description(description)
                .examples(List.of(example));
    }

    private static Schema whole(String description, int example) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.INTEGER))
                .description(description)
                .examples(List.of(example));
    }
}
