package org.finplan.tasks.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The nodes of all trees, each as an aggregate that changes. */
@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, TaskKey> {

    /**
     * Locks a node until the transaction ends, so that its changes follow one another.
     *
     * @param key its key
     * @return the node as it is, empty when there is none
     */
    Optional<Task> lock(TaskKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks a node until the transaction ends and counts its version up, because what belongs to it changes.
     *
     * @param key its key
     * @return the node as it is, empty when there is none
     */
    Optional<Task> lockForChange(TaskKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /**
     * Finds the plans that have a node. Reads no entity, so that a lock taken later sees the newest version.
     *
     * @param id id within a plan
     * @return plan codes in order
     */
    List<String> plansWith(String id) {
        return getEntityManager()
                .createQuery("select task.plan from Task task where task.id = :id order by task.plan", String.class)
                .setParameter("id", id)
                .getResultList();
    }
}
