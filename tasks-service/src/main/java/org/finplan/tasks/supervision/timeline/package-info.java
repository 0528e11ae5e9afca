/** The timeline of a supervised matter: facts that are only added, each with time, person and unit. */
package org.finplan.tasks.supervision.timeline;
