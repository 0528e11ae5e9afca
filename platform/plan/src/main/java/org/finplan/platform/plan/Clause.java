package org.finplan.platform.plan;

import jakarta.annotation.Nullable;
import org.finplan.platform.events.LocalizedText;

/**
 * A clause of the plan.
 *
 * @param id such as {@code ch3.s3.2.t7}
 * @param parent id of the clause around it, or null
 * @param title short label
 */
public record Clause(String id, @Nullable String parent, LocalizedText title) {}
