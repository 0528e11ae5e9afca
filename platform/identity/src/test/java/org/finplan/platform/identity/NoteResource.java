package org.finplan.platform.identity;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** A resource that forgets the regions; the policies alone decide what is there. */
@Path("/notes")
@PermissionsAllowed(PermissionName.PROGRESS_REPORT)
public class NoteResource {

    private final Jdbi jdbi;
    private final Caller caller;

    NoteResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    @GET
    @Transactional
    public List<String> notes() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT region FROM note ORDER BY region")
                .mapTo(String.class)
                .list());
    }

    @POST
    @Path("/{region}")
    @Transactional
    public void write(@PathParam("region") String region) {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO note VALUES (?)", region));
    }

    @GET
    @Path("/writer")
    @Transactional
    public String writer() {
        return writer(jdbi);
    }

    static String writer(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT current_setting('finplan.subject', true) || ' ' || current_setting('finplan.client', true)")
                .mapTo(String.class)
                .one());
    }

    @GET
    @Path("/who")
    public Map<String, Object> who() {
        return Map.of(
                "subject", caller.subject(),
                "client", caller.client(),
                "roles", caller.roles(),
                "regions", caller.regions(),
                "system", caller.isSystem());
    }
}
