/** What a unit asks for and somebody else decides: that the clock stands for a while, or more time. */
package org.finplan.tasks.supervision.question;
