package org.finplan.tasks.task.edit;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;

/**
 * A node as far as the city sets it: the deadline of any, and what a work point says.
 *
 * @param key its key
 * @param level how deep it stands
 * @param version how often it was changed since it was loaded or made
 * @param year year of a work point, null of any other node
 * @param says title, summary and links
 * @param due its deadline, or null
 * @param planDue the deadline that the plan gives, or null
 * @param dueSet whether the city set the deadline
 * @param retired whether the plan in force names it, or its measure, no more
 * @param withdrawn whether the city took the work point back
 */
public record EditableTask(
        TaskKey key,
        TaskLevel level,
        long version,
        @Nullable Integer year,
        Says says,
        @Nullable LocalDate due,
        @Nullable LocalDate planDue,
        boolean dueSet,
        boolean retired,
        boolean withdrawn) {

    /**
     * What a node says.
     *
     * @param title the title
     * @param summary what is to be done
     * @param regions regions that it names; none means the whole city
     * @param indicators indicators that it moves
     */
    public record Says(LocalizedText title, LocalizedText summary, List<String> regions, List<String> indicators) {}

    /**
     * Sets the deadline.
     *
     * @param day the day; null goes back to what the plan says, which may be none
     * @return the node with it; the same when nothing changes
     */
    public EditableTask withDue(@Nullable LocalDate day) {
        boolean plans = day == null || (!dueSet && day.equals(planDue));
        LocalDate next = plans ? planDue : day;
        return new EditableTask(key, level, version, year, says, next, planDue, !plans, retired, withdrawn);
    }

    /**
     * Changes what it says.
     *
     * @param next what it says then
     * @return the node with it
     */
    public EditableTask saying(Says next) {
        return new EditableTask(key, level, version, year, next, due, planDue, dueSet, retired, withdrawn);
    }

    /** {@return the id within its plan} */
    public String id() {
        return key.id();
    }
}
