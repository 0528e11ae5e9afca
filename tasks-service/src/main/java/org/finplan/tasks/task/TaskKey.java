package org.finplan.tasks.task;

import java.io.Serializable;

/**
 * Names a node of a tree. Ids repeat from plan to plan.
 *
 * @param plan plan code
 * @param id id within the plan, such as {@code t4.1.1.2.m03}
 */
public record TaskKey(String plan, String id) implements Serializable {

    /** {@return id of the aggregate that its events belong to} */
    public String aggregate() {
        return "task/" + plan + "/" + id;
    }

    /** {@return its path below the gateway} */
    public String path() {
        return "/api/v1/tasks/" + id + "?plan=" + plan;
    }
}
