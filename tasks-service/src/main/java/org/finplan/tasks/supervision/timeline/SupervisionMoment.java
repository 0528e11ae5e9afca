package org.finplan.tasks.supervision.timeline;

import java.time.LocalDate;
import java.util.UUID;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * What an entry says of its matter.
 *
 * @param id id of the matter
 * @param region its region
 * @param state its state after what happened
 * @param due its current deadline after what happened
 */
public record SupervisionMoment(UUID id, String region, SupervisionState state, LocalDate due) {}
