/**
 * Supervision (督办): a matter is given to a unit with a deadline, is receipted, answered, checked, closed and scored, every step with
 * time, person and unit. It owns the tables whose names begin with {@code supervision}.
 */
package org.finplan.tasks.supervision;
