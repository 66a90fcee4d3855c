import { MessageType, ShowMessageNotification, type Connection } from "vscode-languageserver";

/** Shows the user an error, without waiting for an answer: not every client has buttons. */
export function showError(connection: Connection, message: string): void {
  show(connection, MessageType.Error, message);
}

/** Shows the user a warning, without waiting for an answer. */
export function showWarning(connection: Connection, message: string): void {
  show(connection, MessageType.Warning, message);
}

function show(connection: Connection, type: MessageType, message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(() => {
    // The connection is gone, and with it whoever could read the message.
  });
}
