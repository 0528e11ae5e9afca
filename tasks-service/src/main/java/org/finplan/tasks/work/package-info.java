/** What somebody has to do: supervised matters, and the measures of their units. */
package org.finplan.tasks.work;
