package org.finplan.risk.alert.timeline;

import java.util.UUID;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.rule.Level;

/**
 * An alert as it stands after what an entry of its timeline tells.
 *
 * @param id its id
 * @param region its region
 * @param round round of the loop
 * @param state its state
 * @param level its level
 */
public record AlertMoment(UUID id, String region, int round, AlertState state, Level level) {}
