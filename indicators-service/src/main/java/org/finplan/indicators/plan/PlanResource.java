package org.finplan.indicators.plan;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.planlife.PlanDecisionRequest;
import org.finplan.indicators.planlife.PlanLife;
import org.finplan.indicators.planlife.PlanLives;
import org.finplan.indicators.planlife.PlanStage;
import org.finplan.indicators.planlife.RefusesPlanSteps;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.RegionScope;
import org.jboss.resteasy.reactive.RestResponse;

/** The plans that are loaded. */
@Path("/api/v1/plans")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Plan")
class PlanResource {

    private final PlanScope plans;
    private final RegionScope scope;
    private final PlanLives lives;
    private final ClosedPlans closed;

    PlanResource(PlanScope plans, RegionScope scope, PlanLives lives, ClosedPlans closed) {
        this.plans = plans;
        this.scope = scope;
        this.lives = lives;
        this.closed = closed;
    }

    /**
     * A plan as it is sent.
     *
     * @param code plan code
     * @param title the title
     * @param documentNumber number of the document that issued it
     * @param issued day of issue
     * @param issuer organisation code of the issuer
     * @param horizon first and last year, such as {@code 2021/2025}
     * @param baselineYear year that the plan starts from
     * @param targetYear year of its targets
     * @param tableClause clause of the indicator table
     * @param fingerprint SHA-256 of the package it was loaded from
     * @param life where it stands in its life
     */
    record PlanView(
            String code,
            LocalizedText title,
            String documentNumber,
            LocalDate issued,
            String issuer,
            String horizon,
            int baselineYear,
            int targetYear,
            String tableClause,
            String fingerprint,
            PlanLife life) {

        static PlanView of(PlanPackage read, PlanLife life) {
            Plan plan = read.plan();
            return new PlanView(
                    plan.code(),
                    plan.title(),
                    plan.documentNumber(),
                    plan.issued(),
                    plan.issuer(),
                    plan.horizon().text(),
                    plan.baselineYear(),
                    plan.targetYear(),
                    plan.tableClause(),
                    read.fingerprint(),
                    life);
        }

        /** The life moves on while the package stays. */
        String tag() {
            return EntityTags.of(fingerprint, life.stage());
        }
    }

    @GET
    @Operation(
            operationId = "listPlans",
            summary = "Lists the plans of the caller's cities.",
            description = "A plan is data that is built in; there is one item for each. All are on one page.")
    public Page<PlanView> list() {
        List<PlanPackage> packages = plans.packages();
        List<PlanLife> each = lives.of(packages.stream().map(PlanPackage::plan).toList());
        List<PlanView> views = IntStream.range(0, packages.size())
                .mapToObj(number -> PlanView.of(packages.get(number), each.get(number)))
                .toList();
        return new Page<>(views, null, null);
    }

    @GET
    @Path("/{plan}")
    @Operation(
            operationId = "getPlan",
            summary = "Reads a plan.",
            description = "Title, issuer, horizon, the fingerprint of its data, and where it stands in its life: draft,"
                    + " in-force, ended, evaluated or archived, since when and by whom.")
    public RestResponse<PlanView> get(
            @PathParam("plan") String plan, @HeaderParam("If-None-Match") String ifNoneMatch) {
        PlanView view = view(read(plan));
        return Preconditions.answer(ifNoneMatch, view.tag(), view);
    }

    @POST
    @Path("/{plan:[^/:]+}:evaluate")
    @PermissionsAllowed(PermissionName.PLANS_CLOSE)
    @Idempotent
    @Transactional
    @RefusesPlanSteps
    @Operation(
            operationId = "evaluatePlan",
            summary = "Declares a plan evaluated.",
            description = "Of a plan that has ended. Needs a reason; If-Match names the plan as it was read.")
    public RestResponse<PlanView> evaluate(
            @PathParam("plan") String plan, @HeaderParam("If-Match") String ifMatch, PlanDecisionRequest request) {
        return decide(plan, ifMatch, PlanStage.EVALUATED, request);
    }

    @POST
    @Path("/{plan:[^/:]+}:archive")
    @PermissionsAllowed(PermissionName.PLANS_CLOSE)
    @Idempotent
    @Transactional
    @RefusesPlanSteps
    @Operation(
            operationId = "archivePlan",
            summary = "Archives a plan: it is read, and nothing of it is written any more.",
            description =
                    "Of a plan that was evaluated. What belongs to another plan as well stays open. There is no way"
                            + " back. Needs a reason; If-Match names the plan as it was read.")
    public RestResponse<PlanView> archive(
            @PathParam("plan") String plan, @HeaderParam("If-Match") String ifMatch, PlanDecisionRequest request) {
        return decide(plan, ifMatch, PlanStage.ARCHIVED, request);
    }

    private RestResponse<PlanView> decide(String plan, String ifMatch, PlanStage stage, PlanDecisionRequest request) {
        PlanPackage read = read(plan);
        scope.requireWritable(read.city());
        lives.lock(read);
        Preconditions.requireMatch(ifMatch, view(read).tag());
        PlanView next = PlanView.of(read, lives.decide(read, stage, request));
        if (stage == PlanStage.ARCHIVED) {
            closed.requireNothingWaits(read);
        }
        return RestResponse.ResponseBuilder.ok(next).header("ETag", next.tag()).build();
    }

    private PlanView view(PlanPackage read) {
        return PlanView.of(read, lives.of(read.plan()));
    }

    @GET
    @Path("/{plan}/clauses")
    @Operation(
            operationId = "listClauses",
            summary = "Lists the clauses of a plan in the order of the text.",
            description = "Every number and task of the plan refers to a clause by its id.")
    public Page<Clause> clauses(@PathParam("plan") String plan, @BeanParam PageParameters page) {
        List<Clause> clauses = read(plan).clauses();
        String after = page.afterKey().orElse(null);
        int from = after == null ? 0 : ids(clauses).indexOf(after) + 1;
        List<Clause> rest = clauses.subList(from, Math.min(clauses.size(), from + page.limit() + 1));
        return Page.of(
                rest,
                page.limit(),
                clause -> page.cursor(clause.id()),
                page.countsExactly() ? (long) clauses.size() : null);
    }

    @GET
    @Path("/{plan}/clauses/{clause}")
    @Operation(
            operationId = "getClause",
            summary = "Reads a clause of a plan.",
            description = "With its text and the clause that it belongs to.")
    public Clause clause(@PathParam("plan") String plan, @PathParam("clause") String clause) {
        return read(plan)
                .clause(clause)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND,
                        new LocalizedText("规划没有条款 " + clause + "。", "The plan has no clause " + clause + ".")));
    }

    private static List<String> ids(List<Clause> clauses) {
        return clauses.stream().map(Clause::id).toList();
    }

    private PlanPackage read(String plan) {
        return plans.find(plan)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有规划 " + plan + "。", "There is no plan " + plan + ".")));
    }
}
