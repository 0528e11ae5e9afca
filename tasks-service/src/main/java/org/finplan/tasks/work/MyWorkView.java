package org.finplan.tasks.work;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.list.TaskSummaryView;
import org.finplan.tasks.supervision.MatterWork;

/**
 * What the caller has to do.
 *
 * @param matters supervised matters
 * @param tasksDue measures that the caller's units lead, are responsible for or cooperate on, and whose deadline or next milestone
 *     is due within seven days or late, the earliest first; at most 100
 * @param tasksReturned measures that the caller's units have and whose newest report of a region was returned, in the order of the
 *     plan; at most 100
 */
@Schema(name = "MyWork")
record MyWorkView(
        @JsonUnwrapped MatterWork matters, List<TaskSummaryView> tasksDue, List<TaskSummaryView> tasksReturned) {}
