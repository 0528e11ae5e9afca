package org.finplan.tasks.edit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.problem.Language;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.tasks.list.TaskListParameters;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.edit.EditError;

/** Many tasks changed in one request. */
@Path("/api/v1/tasks:edit")
@Tag(name = "Tasks")
class EditResource {

    private final EditService service;

    EditResource(EditService service) {
        this.service = service;
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_EDIT)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.UNKNOWN_REGION,
                TaskError.Code.UNKNOWN_INDICATOR
            })
    @Refuses(
            with = EditError.class,
            codes = {EditError.Code.EDITS_OR_CHANGE, EditError.Code.TOO_MANY_TASKS, EditError.Code.EDIT_REFUSED})
    @Refuses(
            with = WebError.class,
            codes = {"precondition-failed", "precondition-required"})
    @Operation(
            operationId = "editTasks",
            summary = "Change many tasks at once, first shown, then applied",
            description =
                    "Deadlines and units of any task, titles and summaries of annual work points; up to 1,000 tasks of one plan, all or"
                            + " none. Either edits names the tasks, each with the version that was read, or change is made to"
                            + " every task that the parameters of the list find. By default nothing is stored: the answer"
                            + " shows each field before and after, what is wrong, and a basis; to apply, the same is sent with"
                            + " the basis and dryRun=false, and 412 names the tasks that changed meanwhile.")
    public EditResult edit(
            @BeanParam TaskListParameters parameters,
            @QueryParam("dryRun")
                    @DefaultValue("true")
                    @Parameter(
                            description =
                                    "true, the default: says what would become of the tasks and stores nothing. false: applies what"
                                            + " was shown, and needs its basis.")
                    boolean dryRun,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @NotNull @Valid EditRequest request) {
        return service.edit(parameters, dryRun, request, Language.prefersEnglish(language));
    }
}
