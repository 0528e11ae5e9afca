/** The states of a supervised matter and the moves between them. Pure. */
package org.finplan.tasks.supervision.lifecycle;
