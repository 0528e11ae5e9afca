package org.finplan.platform.web.audit;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.access.audit.AuditRecordView;
import org.finplan.platform.access.audit.ChainLink;
import org.finplan.platform.access.audit.Verification;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.jdbi.v3.core.Jdbi;

/** The audit records of this service. The gateway has a list of all services at its address. */
@UnlessBuildProperty(name = "quarkus.application.name", stringValue = "gateway", enableIfMissing = true)
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(PermissionName.AUDIT_READ)
@Tag(name = "Audit")
class AuditResource {

    private final Jdbi jdbi;
    private final RegionScope scope;

    AuditResource(Jdbi jdbi, RegionScope scope) {
        this.jdbi = jdbi;
        this.scope = scope;
    }

    /** Lists audit records, newest first. */
    @GET
    @Path("/audit")
    @Transactional
    @Operation(
            operationId = "listAuditRecords",
            summary = "Audit records, newest first",
            description = "Every write and every refused one, with who, what, when and the trace it belongs to.")
    public Page<AuditRecordView> list(
            @QueryParam("subject") @Parameter(description = "Who did it.", example = "district-441202") String subject,
            @QueryParam("resource") @Parameter(description = "The path it was done to.") String resource,
            @QueryParam("action") @Parameter(description = "What was done.", example = "observation.record")
                    String action,
            @BeanParam PageParameters page) {
        int limit = page.limit();
        long before = page.afterKey().map(AuditResource::sequence).orElse(Long.MAX_VALUE);
        AuditChain.Filter filter = new AuditChain.Filter(subject, resource, action, scope.overseen());
        List<ChainLink> rows = jdbi.withHandle(handle -> AuditChain.before(handle, before, filter, limit + 1));
        return Page.of(
                        rows,
                        limit,
                        row -> page.cursor(Long.toString(row.record().sequence())),
                        null)
                .map(AuditRecordView::of);
    }

    /** Walks the hash chain of all audit records from the beginning. */
    @GET
    @Path("/audit:verify")
    @Transactional
    @Operation(
            operationId = "verifyAudit",
            summary = "Proves that no audit record was changed, removed or slipped in",
            description = "Walks the hash chain from the first record. headHash, noted elsewhere, proves later that the"
                    + " chain was not written anew.")
    public Verification verify() {
        return jdbi.withHandle(AuditChain::verify);
    }

    private static long sequence(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Cursor.invalid(key);
        }
    }
}
