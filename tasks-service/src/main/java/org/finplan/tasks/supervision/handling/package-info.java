/** What people send to move a supervised matter, one record for each move. */
package org.finplan.tasks.supervision.handling;
