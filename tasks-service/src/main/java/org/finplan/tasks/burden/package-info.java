/**
 * The reporting burden: who is asked for what and how often, and which datum is asked twice. It is read from what the tasks, the
 * supervised matters and the evidence say; it owns no table.
 */
package org.finplan.tasks.burden;
