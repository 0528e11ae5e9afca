/** Working days of the caller's city, to be read and counted: the yearly notices come with its plan packages. */
package org.finplan.tasks.workday;
