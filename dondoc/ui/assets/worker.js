// The service worker: shows what the server pushed, and opens it when it is pressed. Keeps no pages.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => {
  const { title, url, tag, urgent } = event.data.json();
  event.waitUntil(self.registration.showNotification("Đôn Đốc", {
    body: title, tag, data: { url }, lang: "vi", requireInteraction: urgent,
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
