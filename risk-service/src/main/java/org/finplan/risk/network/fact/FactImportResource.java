package org.finplan.risk.network.fact;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.risk.list.CodeParameter;

/** Many facts at once. */
@Path("/api/v1/network-facts:import")
@Tag(name = "Networks")
class FactImportResource {

    private static final String TABLE = "text/csv";
    private static final String EXAMPLE =
            "uscc,name,region,trade,source\n91441200MA0000001U,演示样本企业,441202,演示样本行业,演示样本：登记\n";

    private final FactImportService imports;

    FactImportResource(FactImportService imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(TABLE)
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @Refuses(
            with = FactError.class,
            codes = {FactError.Code.IMPORT_REFUSED, FactError.Code.TOO_LARGE, FactError.Code.MALFORMED_TABLE})
    @Operation(
            operationId = "importNetworkFacts",
            summary = "Record a table of facts of one kind",
            description =
                    "A row for each fact, a column for each field and for source and reason, up to 10,000 rows: all or none."
                            + " What is known already and says the same is unchanged, what says something else is a further"
                            + " version. A fault is answered with its row and column, and nothing is stored; amounts in"
                            + " CNY_10K or CNY_100M (万元, 亿元) are put into yuan exactly.")
    public FactImportResult take(
            @QueryParam("kind")
                    @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"firm", "equity", "guarantee", "loan", "payable", "arrears"
                                            }),
                            description = "Kind of the facts.",
                            example = "firm")
                    String kind,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "true: says what would become of the rows and stores nothing.")
                    boolean dryRun,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @NotNull
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = TABLE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            example = EXAMPLE))
                    byte[] table) {
        if (kind == null) {
            throw ProblemException.invalidParameter("kind", null, FactKind.CODES);
        }
        return imports.take(
                CodeParameter.of("kind", kind, FactKind::find, FactKind.CODES),
                table,
                dryRun,
                Language.prefersEnglish(language));
    }
}
