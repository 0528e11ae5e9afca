package org.finplan.platform.web.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.time.AsOf;
import org.finplan.platform.web.tracing.TraceContext;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** A resource as services write them, with one operation for each thing that this module does for them. */
@Path("/api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(PermissionName.PROGRESS_REPORT)
public class SampleResource {

    /** How often an operation that must have its effect once had it. */
    public static final AtomicInteger EFFECTS = new AtomicInteger();
    /** Holds an idempotent operation until the test lets it go. */
    public static volatile CountDownLatch hold = new CountDownLatch(0);

    /** Tells the test that the held operation has begun. */
    public static volatile CountDownLatch begun = new CountDownLatch(0);

    private final DataSource dataSource;
    private final Caller caller;
    private final RegionScope scope;
    private final AuditTrail audit;

    SampleResource(DataSource dataSource, Caller caller, RegionScope scope, AuditTrail audit) {
        this.dataSource = dataSource;
        this.caller = caller;
        this.scope = scope;
        this.audit = audit;
    }

    /** How a figure stands. */
    public enum Standing {
        @JsonProperty("final")
        FINAL,
        @JsonProperty("provisional")
        PROVISIONAL
    }

    /** A figure. */
    public record Figure(
            @NotNull @Size(min = 1, max = 20) @Schema(examples = "green-credit")
            String indicator,

            @NotNull @Schema(examples = "12.5") BigDecimal value,
            Standing standing,
            Instant at,
            Boolean checked,
            Integer rank) {}

    /**
     * How a figure was judged.
     *
     * @param of the figure
     * @param by who judged it, or null
     * @param at {@code when}, or null
     * @param note a remark, left out without one
     */
    public record Judgement(
            Figure of,
            @Nullable String by,
            @Nullable Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note) {}

    /** Several figures. */
    public record Figures(@NotNull @Size(min = 1, max = 3) List<@Valid @NotNull Figure> items) {}

    /** What one may ask for. */
    public enum Vintage {
        LATEST,
        FIRST
    }

    /** A rule of the domain. */
    enum SampleError implements ErrorCode {
        FIGURE_IN_USE;

        @Override
        public ErrorDefinition definition() {
            return new ErrorDefinition(Code.FIGURE_IN_USE, 409, "指标值已被使用", "Figure in use");
        }

        /** The codes as constants, for annotations. */
        static final class Code {

            static final String FIGURE_IN_USE = "figure-in-use";

            private Code() {}
        }
    }

    @GET
    public Page<Integer> list(
            @BeanParam PageParameters page,
            @BeanParam AsOf asOf,
            @QueryParam("region") List<String> regions,
            @QueryParam("vintage") Vintage vintage,
            @QueryParam("exact") Boolean exact,
            @QueryParam("order")
                    @DefaultValue("rising")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"rising", "falling"}))
                    String order,
            @QueryParam("size") @DefaultValue("all") String size,
            @QueryParam("id") UUID id) {
        int after = page.afterKey().map(Integer::parseInt).orElse(0);
        int limit = page.limit();
        List<Integer> rows =
                IntStream.rangeClosed(after + 1, 7).limit(limit + 1L).boxed().toList();
        return Page.of(rows, limit, row -> page.cursor(row.toString()), page.countsExactly() ? 7L : null);
    }

    @GET
    @Path("/echo")
    public Map<String, String> echo(@QueryParam("text") String text, @QueryParam("text2") String second) {
        return Map.of("text", text, "text2", second);
    }

    @POST
    public Figures echo(@NotNull @Valid Figures figures) {
        return figures;
    }

    @POST
    @Path("/{id}:close")
    public Map<String, Boolean> close(@PathParam("id") long id, @RequestBody(required = false) @Valid Figure figure) {
        return Map.of("withFigure", figure != null);
    }

    @GET
    @Path("/{id}")
    public RestResponse<Map<String, String>> read(
            @PathParam("id") long id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        return Preconditions.answer(ifNoneMatch, EntityTags.of(id), Map.of("id", Long.toString(id)));
    }

    @PUT
    @Path("/{id}")
    public Figure replace(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, @NotNull Figure figure) {
        Preconditions.requireMatch(ifMatch, EntityTags.of(id));
        return figure;
    }

    @GET
    @Path("/who")
    public Map<String, Object> who() {
        return Map.of(
                "subject", caller.subject(),
                "client", caller.client(),
                "roles", caller.roles(),
                "regions", caller.regions(),
                "readable", text(scope.readable()),
                "writable", text(scope.writable()),
                "traceparent", TraceContext.current(),
                "requestId", TraceContext.requestId());
    }

    @GET
    @Path("/public")
    @PermissionsAllowed(PermissionName.PUBLISHED_FIGURES_READ)
    public Map<String, String> everybody() {
        return Map.of("readable", text(scope.readable()), "writable", text(scope.writable()));
    }

    @GET
    @Path("/open")
    @PermitAll
    public Map<String, String> open() {
        return Map.of("subject", caller.subject(), "readable", text(scope.readable()));
    }

    @GET
    @Path("/unannotated-class-roles")
    @PermissionsAllowed(PermissionName.PLANS_ADJUST)
    public String forAdmins() {
        return "\"admin\"";
    }

    @GET
    @Path("/judgement")
    @ResponseStatus(203)
    public Judgement judgement() {
        return new Judgement(null, null, null, null);
    }

    @GET
    @Path("/conflict")
    @Refuses(with = SampleError.class, codes = SampleError.Code.FIGURE_IN_USE)
    public String conflict() {
        throw new ProblemException(SampleError.FIGURE_IN_USE, new LocalizedText("该值已被使用。", "The figure is in use."));
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalArgumentException("secret of org.finplan.Secret");
    }

    @GET
    @Path("/broken-sql")
    @Transactional
    public String brokenSql() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().execute("SELECT secret FROM nowhere");
        }
        return "";
    }

    @GET
    @Path("/notes")
    @Transactional
    public List<String> notes() throws SQLException {
        List<String> regions = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT region FROM note ORDER BY region")) {
            while (rows.next()) {
                regions.add(rows.getString(1));
            }
        }
        return regions;
    }

    @POST
    @Path("/notes")
    @Transactional
    @Idempotent
    public RestResponse<Map<String, Object>> note(
            @QueryParam("checked") boolean checked, @QueryParam("fail") boolean fail, @NotNull Map<String, String> note)
            throws SQLException, InterruptedException {
        begun.countDown();
        if (!hold.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("held for too long");
        }
        String region = note.get("region");
        if (checked) {
            scope.requireWritable(region, "/region");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO note VALUES (?, ?)")) {
            insert.setString(1, region);
            insert.setString(2, note.get("text"));
            insert.executeUpdate();
        }
        audit.record("note.write", "/api/v1/samples/notes", region, note.get("text"));
        int effect = EFFECTS.incrementAndGet();
        if (fail) {
            throw new ProblemException(SampleError.FIGURE_IN_USE, new LocalizedText("失败。", "Failed."));
        }
        return RestResponse.ResponseBuilder.<Map<String, Object>>create(RestResponse.Status.CREATED)
                .entity(Map.of("effect", effect))
                .location(URI.create("/api/v1/samples/" + effect))
                .header("ETag", EntityTags.of(effect))
                .build();
    }

    private static String text(RegionSet regions) {
        return regions.all() ? "*" : String.join(",", new TreeSet<>(regions.codes()));
    }
}
