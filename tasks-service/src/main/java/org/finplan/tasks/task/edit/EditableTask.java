package org.finplan.tasks.task.edit;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;

/**
 * A node as far as the city sets it: the deadline of any, and what a work point says.
 *
 * @param key its key
 * @param level how deep it stands
 * @param clause clause of the plan that it comes from
 * @param version how often it was changed since it was loaded or made
 * @param year year of a work point, null of any other node
 * @param says title, summary and links
 * @param units the units that have it
 * @param due its deadline, or null
 * @param planDue the deadline that the plan gives, or null
 * @param dueSet whether the city set the deadline
 * @param retired whether the plan in force names it, or its measure, no more
 * @param withdrawn whether the city took the work point back
 */
public record EditableTask(
        TaskKey key,
        TaskLevel level,
        String clause,
        long version,
        @Nullable Integer year,
        Says says,
        Responsibility units,
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
        return new EditableTask(
                key, level, clause, version, year, says, units, next, planDue, !plans, retired, withdrawn);
    }

    /**
     * Changes what it says.
     *
     * @param next what it says then
     * @return the node with it
     */
    public EditableTask saying(Says next) {
        return new EditableTask(
                key, level, clause, version, year, next, units, due, planDue, dueSet, retired, withdrawn);
    }

    /**
     * Gives it to units; those that it was given to before have it no more.
     *
     * @param next the units
     * @return the node with them
     */
    public EditableTask givenTo(Responsibility next) {
        return new EditableTask(
                key, level, clause, version, year, says, next, due, planDue, dueSet, retired, withdrawn);
    }

    /** {@return the id within its plan} */
    public String id() {
        return key.id();
    }
}
