package org.finplan.platform.web.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.finplan.platform.web.sheet.Sheet;

/** Sheets are texts. The framework sees the interface that writes them, and makes a schema of that. */
final class SheetSchemas {

    private static final String WRITER = "StreamingOutput";

    private SheetSchemas() {}

    static void complete(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations().values().stream()
                .filter(operation -> operation.getResponses() != null)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .forEach(SheetSchemas::complete));
        if (document.getComponents().getSchemas() != null) {
            document.getComponents().removeSchema(WRITER);
        }
    }

    private static void complete(APIResponse response) {
        MediaType sheet =
                response.getContent() == null ? null : response.getContent().getMediaType(Sheet.MEDIA_TYPE);
        if (sheet != null) {
            sheet.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
    }
}
